"""Notices as offices write them, and what must be read from each; the day is Monday 2026-11-23."""

from __future__ import annotations

Line = tuple[str, dict[str, object]]

LINES: tuple[Line, ...] = (
    # --- limits ---
    (
        "请各社区于本月28日前将独居老人台账报社事办。",
        {"due_on": "2026-11-28", "department": "社会事务办公室"},
    ),
    ("截止时间：2026-12-05，请按时报送。", {"due_on": "2026-12-05"}),
    ("11.25前把用电隐患表发群里", {"due_on": "2026-11-25"}),
    (
        "下周三下班前交到党政办，别忘了盖章",
        {"due_on": "2026-12-02", "due_time": None, "department": "党政综合办公室"},
    ),
    ("月底前完成秋冬种面积核实", {"due_on": "2026-11-30"}),
    ("请于三个工作日内书面回复", {"due_on": "2026-11-26"}),
    ("自收到通知之日起5个工作日内反馈整改情况", {"due_on": "2026-11-30"}),
    ("今晚8点前务必全部录入系统！！", {"due_on": "2026-11-23", "due_time": "20:00"}),
    ("明早9点前把值班表给我", {"due_on": "2026-11-24", "due_time": "09:00"}),
    ("本周四（11月26日）17:30前报汇总表电子版", {"due_on": "2026-11-26", "due_time": "17:30"}),
    ("报名截止到12月1日，逾期不候", {"due_on": "2026-12-01"}),
    ("报名时间：11月25日至12月4日。", {"due_on": "2026-12-04"}),
    ("务必于十二月三日前办结", {"due_on": "2026-12-03"}),
    ("最迟后天上午10点反馈", {"due_on": "2026-11-25", "due_time": "10:00"}),
    ("下午5点前把接龙填完", {"due_on": "2026-11-23", "due_time": "17:00"}),
    ("名单周五之前给我，最晚下午4点", {"due_on": "2026-11-27", "due_time": "16:00"}),
    ("请在48小时内处置并回复", {"due_on": "2026-11-25"}),
    ("限11月底前清零", {"due_on": "2026-11-30"}),
    ("此表不得晚于12月8日16时报送", {"due_on": "2026-12-08", "due_time": "16:00"}),
    ("年底前完成危房改造扫尾", {"due_on": "2026-12-31"}),
    ("原定11月25日报送的材料，现延期至12月2日。", {"due_on": "2026-12-02"}),
    ("【更正】上一条截止时间由25日改为27日中午12点", {"due_on": "2026-11-27", "due_time": "12:00"}),
    ("一周内把底数摸清", {"due_on": "2026-11-30"}),
    ("整改时间从11月24日到12月10日，到期验收", {"due_on": "2026-12-10"}),
    # --- several days ---
    (
        "会议时间：11月26日（周四）上午9:00，地点：镇政府三楼。请于11月25日17:00前将参会回执报党政办。",
        {"due_on": "2026-11-25", "due_time": "17:00", "department": "党政综合办公室"},
    ),
    (
        "县里12月10日前要结果，各村12月4日前报到农业农村局",
        {"due_on": "2026-12-04", "department": "农业农村局"},
    ),
    ("根据11月18日全县安全生产会议精神，请于11月27日前开展一次自查", {"due_on": "2026-11-27"}),
    ("统计时点为11月30日，请于12月3日前上报", {"due_on": "2026-12-03"}),
    ("截至11月23日，全镇已完成86%，请未完成的村11月26日前扫尾", {"due_on": "2026-11-26"}),
    ("2020年9月1日至2021年8月31日出生的幼儿，请于12月1日前登记", {"due_on": "2026-12-01"}),
    (
        "关于做好冬季防火工作的通知\n各村：\n请于11月30日前报送应急预案。\n清河镇人民政府\n2026年11月23日",
        {
            "due_on": "2026-11-30",
            "title": "关于做好冬季防火工作的通知",
            "department": "镇（乡）人民政府（街道办事处）",
        },
    ),
    ("王丽 11-22 18:03：明天下午3点到镇里开会，带笔记本", {"due_on": "2026-11-23", "due_time": "15:00"}),
    # --- events ---
    ("明天下午2:30在三楼会议室开调度会，请准时参加", {"due_on": "2026-11-24", "due_time": "14:30"}),
    ("12月3日县卫健局来检查慢病随访，请提前准备", {"due_on": "2026-12-03"}),
    ("下周二到周四市里来暗访环境卫生", {"due_on": "2026-12-01"}),
    ("兹定于2026年11月27日上午九时召开冬训动员会", {"due_on": "2026-11-27", "due_time": "09:00"}),
    ("培训时间：12月2日-4日；地点：县党校", {"due_on": "2026-12-02"}),
    ("本周六上午志愿者集中清扫河道", {"due_on": "2026-11-28"}),
    # --- no due date ---
    (
        "县民政局〔2026〕31号文已下发，请组织学习，咨询电话0731-85612344",
        {"due_on": None, "department": "民政局"},
    ),
    ("12月上旬开展普法宣传，具体时间另行通知", {"due_on": None}),
    ("请尽快把问题整改到位", {"due_on": None}),
    ("截至10月底的低保数据已核对完毕", {"due_on": None}),
    ("11月3日的会议纪要已发群里，请查收", {"due_on": None}),
    ("本办法自2026年12月1日起施行", {"due_on": None}),
    ("会议结束后3个工作日内报纪要", {"due_on": None}),
    ("发放对象为2026年12月31日前年满80周岁的老人", {"due_on": None}),
    ("优惠有效期至12月31日", {"due_on": None}),
    # --- how often ---
    ("每周五12:00前报综治周报", {"due_on": "2026-11-27", "due_time": "12:00", "period": "weekly"}),
    ("每月5日前报送上月低保动态", {"due_on": "2026-12-05", "period": "monthly"}),
    ("每半月报一次河长巡河情况", {"due_on": None, "period": "irregular"}),
    ("实行日报告制度，每日16:00前报送", {"due_on": "2026-11-23", "due_time": "16:00", "period": "daily"}),
    ("每季度末月25日前报工作小结", {"due_on": "2026-12-25", "period": "quarterly"}),
    ("每月最后一个工作日前报送考勤", {"due_on": "2026-11-30", "period": "monthly"}),
    ("每年12月10日前报年度总结", {"due_on": "2026-12-10", "period": "yearly"}),
    ("每周一、周四报送排查台账", {"due_on": "2026-11-23", "period": "irregular"}),
    ("困难老人每月补贴200元，请于11月27日前核对名单", {"due_on": "2026-11-27", "period": None}),
    ("从12月起，按月报送流动人口变动情况", {"due_on": None, "period": "monthly"}),
    # --- units ---
    ("派出所通知：各村于本周日前完成反诈宣传", {"due_on": "2026-11-29", "department": "派出所"}),
    ("接区住建局通知，26日前报自建房底数", {"due_on": "2026-11-26", "department": "住房和城乡建设局"}),
    (
        "请各村会同派出所、司法所开展排查，11月28日前将情况报综治中心",
        {"department": "综治中心", "due_on": "2026-11-28"},
    ),
    ("抄送：县纪委、县审计局", {"department": None}),
    ("转发县水利局通知：请各村12月1日前报水库安全责任人", {"department": "水利局", "due_on": "2026-12-01"}),
    ("请大家爱护民政局门口的花坛", {"department": None}),
    # --- columns ---
    (
        "请填写困难家庭统计表，含户主姓名、身份证号、家庭人口、致贫原因、联系电话，周三前报",
        {"columns": ["户主姓名", "身份证号", "家庭人口", "致贫原因", "联系电话"], "due_on": "2026-11-25"},
    ),
    # The form's own name stands before what it holds, and what goes with it is no column.
    (
        "关于报送高龄老人补贴发放台账的通知：请各社区于本周五下班前将《高龄老人补贴发放登记表》报区民政局养老科，"
        "登记表含姓名、身份证号、住址、补贴金额、发放日期，并附入户照片。联系人：小陈",
        {"columns": ["姓名", "身份证号", "住址", "补贴金额", "发放日期"], "kind": "FRM"},
    ),
    (
        "请于周五前报送统计表包括姓名、性别、住址，并附上佐证材料",
        {"columns": ["姓名", "性别", "住址"]},
    ),
    ("采集表含户主、住址、人口数，同时附身份证复印件", {"columns": ["户主", "住址", "人口数"]}),
    ("花名册含姓名、年龄、附件", {"columns": ["姓名", "年龄", "附件"]}),
    (
        "The register includes name, ID number, address, amount, with a photo of the home visit.",
        {"columns": ["name", "ID number", "address", "amount"]},
    ),
    # --- kind: what the title asks to hand in, or the form that the text names ---
    ("关于上报三季度工作总结的通知：请各村周五前报镇党政办", {"kind": "RPT"}),
    ("关于加强冬季防火工作的通知：请各社区周五前开展自查", {"kind": None}),
    ("关于召开党建工作会议的通知", {"kind": None}),
    ("请填写困难家庭统计表，含户主姓名、身份证号、家庭人口、联系电话，周三前报", {"kind": "FRM"}),
    ("摸排独居老人、残疾人、困难儿童、失独家庭等重点人群", {"columns": [], "due_on": None}),
    ("带上照片、申请书、身份证复印件来办理", {"columns": []}),
    ("表头：序号、村名、姓名、性别、备注", {"columns": ["序号", "村名", "姓名", "性别", "备注"]}),
    # --- English ---
    (
        "Please submit the list of elderly living alone (name, ID number, address) to the Civil Affairs Bureau by Friday 5 pm.",
        {
            "due_on": "2026-11-27",
            "due_time": "17:00",
            "department": "民政局",
            "columns": ["name", "ID number", "address"],
        },
    ),
    ("Reports are due every month by the 5th.", {"due_on": "2026-12-05", "period": "monthly"}),
    (
        "The Health Bureau will hold a training on 3 December at 2 p.m.",
        {"due_on": "2026-12-03", "due_time": "14:00", "department": "卫生健康局"},
    ),
    ("Reply within three working days.", {"due_on": "2026-11-26"}),
    (
        "As of 31 October, 86 households were registered. Please check by next Wednesday.",
        {"due_on": "2026-12-02"},
    ),
    (
        "Further to the meeting of 3 November, please send photos no later than noon tomorrow.",
        {"due_on": "2026-11-24", "due_time": "12:00"},
    ),
    ("The deadline has been extended to 4 December.", {"due_on": "2026-12-04"}),
    ("The plan takes effect from 1 December.", {"due_on": None}),
    (
        "Weekly returns must reach the Subdistrict Office every Thursday before 10:00.",
        {"due_on": "2026-11-26", "due_time": "10:00", "period": "weekly"},
    ),
    ("Deadline: 28 November 2026. Contact: Ms Wang, 0731-85612344.", {"due_on": "2026-11-28"}),
    (
        "Submit the quarterly summary at the end of every quarter.",
        {"due_on": "2026-12-31", "period": "quarterly"},
    ),
    (
        "Drill on Saturday 28 November, 9:00-11:00, at the school.",
        {"due_on": "2026-11-28", "due_time": "09:00"},
    ),
)
