"""Burdens beside the papers that a notice speaks of in passing: numbers to reach, books to keep, copies, places
compared, groups, plaques, pledges.

The lexicon of asks says what is asked outright, and the flags stand on it. A notice that was pasted is
work in any case, so here plainer words are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mingbai.domain.pattern import pattern
from mingbai.rules.asks import Asked, Said, is_meant, read

_NUMBER = "(?:\\d{1,6}|[一二两三四五六七八九十百]{1,3})"
_MANY = "(?:\\d{1,6}|[二两三四五六七八九十百]{1,3})"
_UNIT = "(?:份|人|名|户|条|篇|个|件|元|家|张|套|棵|株|亩|场|次|万|对|例|杯|斤|箱|台|座|处|面|节|首|幅|%)"
_EACH = "(?:每|各)(?:一)?(?:个|名|位|户)?(?:行政村|村居|村|社区|居委会?|网格员?|支部|单位|站点?|小区|楼栋|党员|社工|干部|人|家)"
_BOOK = "(?:台[账帐]|记录[本簿册]|登记[本簿]|日志|工作手册|民情日记|(?:巡[查护逻山河更夜]|值班|交接班?|走访|探视|消毒|检查|保养|维修|测温|晨检|台班|巡检|学习|会议|活动|工作)记录(?!员|仪|片)|(?<!建)档案[盒册]|工作日记|签到[本册簿]|(?:[\u4e00-\u9fff]{2}记录|记录)(?=[^，,。；;\n]{0,6}(?:补[记齐录全]|备查|别断|不断|每天|天天|抽查|如实)))"
_DAILY = "(?:每[日天次周班]|逐[日次项]|如实|认真|坚持|按[时日]|当[日天]|随时|及时)"
_KEEP = "(?:记(?!者|录|名|得|住|忆)|填(?!报)|写|建(?!议|设)|更新|健全|完善|备查|存档|留存|专人|别断|不断|不间断|连续|完整|真实|一[户事人]一|不得|不能|规范|齐全|齐备|上墙|抽查|抽看|翻看|随机看|要看|要查|保存|补[记齐录全上]|理(?!论|解|事|念)|过一遍|做[细实全齐]|备着|迎检|摆在|放在|整理|装订|归档|悬挂|统一)"
_SIGN = "(?:牌子|牌匾|匾牌|标牌|标识牌|标志牌|门牌(?!号)|铜牌|木牌|铭牌|吊牌|站牌|室牌|点牌|标识标牌|示范点牌|工作站牌|[”」]牌)"
_PLEDGE = (
    "(?:责任书|责任状|承诺书|承诺[函卡状]|保证书|军令状|目标[书状]|倡议签名|协议书|告知书回执|目标责任书)"
)
_GROUP = "(?:微信|工作|钉钉|QQ|业务|联络|调度|协调|专班|信息|交流|通知)?群(?!众|体|主|[里内中]|聊|发|文件|公告|规|测|防|租|岛|英|演|力)"

_WANTED = tuple(
    (code, pattern(words))
    for code, words in (
        (
            "quota",
            "(?:率|覆盖面|比例|占比)[^，,。；;\n]{0,6}?(?:要|须|应|需|得|必须|务必|力争|确保|争取)?(?:达(?:到|成)?|到|不低于|完成|保持|超过?|不少于|实现)[^，,。；;\n\\d]{0,4}(?:\\d{1,3}(?:\\.\\d+)?%|百分之|[八九]成|全覆盖)"
            "|(?:征缴|参保|缴费|收缴|完成|安装|激活|签约|接种|覆盖)[^，,。；;\n]{0,4}(?:要|须|应|需|得|必须|务必)?(?:到|达到?|过|超)(?:[八九]成|百分之|\\d{2}%)"
            "|(?:任务|指标)(?:数|量)?(?:是|为)?\\d{1,6}(?:吨|公斤|斤|亩|万|人|户|份|元|例)"
            f"|{_EACH}[^，,。；;\n]{{0,8}}?(?:至少|不少于|不低于|不得少于|最少)[^，,。；;\n]{{0,6}}?{_NUMBER}{_UNIT}"
            f"|{_EACH}[^，,。；;\n]{{0,10}}?{_NUMBER}{_UNIT}(?:及?以上|起步|打底)"
            f"|{_EACH}[^，,。；;\n]{{0,4}}?(?:订|征订|订阅|认购|认捐|完成|发展|动员|招募|募集|募捐|捐款?|推销|销售|销|征缴|代?收缴|收取|缴|种植?|栽植?|打造|创建|选树|培育)(?!会|户)[^，,。；;\n]{{0,6}}?{_NUMBER}{_UNIT}"
            f"|(?:任务|指标)(?:数|量)?(?:分解|分配|下达|安排)?(?:如下|为|是|[:：])[^。；;\n]{{0,20}}?{_NUMBER}{_UNIT}"
            r"|\brate\b[^.;\n]{0,30}\b(?:at least|reach(?:es)?|to|above|of)\b[^.;\n]{0,12}\d{1,3}(?:\.\d+)?\s?(?:%|per ?cent)"
            r"|\b(?:each|every|per) (?:community|village|household|grid|branch|worker|unit)\b[^.;\n]{0,30}\b(?:at least|no fewer than|a minimum of|must (?:find|recruit|collect|sell|sign up|subscribe))\b[^.;\n]{0,12}\d"
            r"|\b(?:at least|no fewer than|a minimum of) \d+[^.;\n]{0,30}\b(?:each|every|per|a) (?:community|village|household|grid|branch|worker|unit)\b",
        ),
        (
            "log_book",
            f"{_DAILY}[^，,。；;\n]{{0,8}}{_BOOK}(?![^，,。；;\n]{{0,6}}(?:报|交|发))"
            f"|(?:做好|写好|建好|建立|建|补齐|补记|填好|记好|记|写|备好|备齐|完善|更新)[^，,。；;\n]{{0,8}}{_BOOK}(?![^，,。；;\n]{{0,6}}(?:报送|上报|报至|发我))"
            f"|{_BOOK}[^。；;\n报交发]{{0,12}}?{_KEEP}"
            f"|(?:要有|须有|必须有|应有|立|设)[^，,。；;\n]{{0,6}}{_BOOK}|(?:要|需|须)立账"
            f"|登记在册(?!的)(?=[^，,。；;\n]{{0,6}}(?:[，,。；;]|$))"
            "|(?:演练|训练|检查|巡查|培训|消毒|服务|学习|会议|走访|值班|交接)记录(?:要|须|应|必须)(?:完整|齐|规范|真实|有|及时|随)"
            r"|\b(?:log ?books?|logs?|diary|diaries|record books?|register book)\b(?! (?:in|on|out|off|into)\b)(?=[^.;\n]{0,60}\b(?:kept|keep|filled?|daily|weekly|monthly|each|every|up to date|updated?|write|written|copy|copies|ready|checked?|inspect\w*|days?|shifts?)\b)"
            r"|\b(?:keeps?|keeping|maintains?|write|fill in|update|make up)\b[^.;\n]{0,24}\b(?:log ?books?|logs?|diary|diaries|ledgers?|\w+ book|record book|written record|daily record|record of)\b",
        ),
        (
            "copies",
            f"(?:复印件|原件|纸质[版件稿材料]{{0,2}}|打印[件版稿]|盖章[件版]|纸版|扫描件|原件和复印件|正本)[^，,。；;\n]{{0,6}}?{_MANY}(?:份|套|本)"
            f"|(?:盖章|签字|打印|复印|装订|胶装|纸质|书面)[^，,。；;\n]{{0,10}}?{_MANY}(?:份|套|本)"
            f"|{_MANY}(?:份|套)[^，,。；;\n]{{0,6}}(?:盖章|签字|打印|复印|装订|纸质)"
            f"|一[式样]\\s?{_MANY}[份套]|一份[^，,。；;\n]{{0,10}}[，,、；;]?(?:另)?一份"
            f"|签[^，,。；;\n]{{0,8}}{_MANY}份"
            f"|(?:共|各|装订成册[，,]?|装订)[^，,。；;\n]{{0,3}}?{_MANY}(?:份|套|本)"
            f"|纸质[^，,。；;\n]{{0,3}}[和及、与跟]?电子[^，,。；;\n]{{0,3}}(?:一起|都|各|同时|一并|均)"
            f"|{_MANY}份[^，,。；;\n]{{0,8}}(?:存|留)[^，,。；;\n]{{0,4}}(?:一份|各一)"
            r"|\bcop(?:y|ies) in (?:duplicate|triplicate)"
            r"|\b(?:two|three|four|five|six|[2-9]) (?:\w+ ){0,2}(?:copies|sets|printouts)\b"
            r"|\bboth copies\b|\bcopies in \w+licate\b",
        ),
        (
            "ranking",
            "(?:从高到低|由高到低|由低到高|从低到高|由多到少)[^，,。；;\n]{0,6}(?:通报|公布|排|晒|公示)|晾晒"
            "|(?:进度|成绩|结果|完成率)[^，,。；;\n]{0,6}(?:亮晒|晒出|上墙公示|张榜)"
            f"|(?:最后|末尾|最差|最慢|最低|倒数)(?:的)?{_NUMBER}?(?:个|名|位)?(?:的)?(?:村|社区|支部|网格|单位)"
            f"|(?:前|后|末){_NUMBER}(?:名|位|个)(?:的)?(?:村|社区|单位|支部|网格)?[^，,。；;\n]{{0,6}}(?:表扬|奖励|约谈|通报|批评|说明|检讨|表态|发言|授|挂|颁)"
            "|(?:评|选|比)出[^，,。；;\n]{0,8}(?:最|前|后|先进|落后|优|差|红|黑|好)"
            "|排(?:个序|座次|名次|出高低|位次)|(?:月月|一月一|每月|按月|季季)评(?!审|议|估)"
            "|最[好优][^，,。；;\n]{0,4}最差|比一比|擂台|赛马"
            "|红[黑黄]旗|流动红旗|红黄牌|亮灯"
            f"|(?:按|依)(?:得分|成绩|分数|进度|完成率|评分)[^，,。；;\n]{0, 6}(?:排|通报|公布)|位次|通报排|排队通报"
            "|倒数(?:第|前|后|[一两二三四五几\\d])|末[一两二三四五几\\d]位"
            f"|(?:每[日天周月]|进度|成绩)[^，,。；;\n]{{0,4}}晒(?!衣|被|谷)"
            f"|评比[^，,。；;\n]{{0,6}}(?:通报|张榜|公布|公示|上墙)"
            r"|\b(?:the )?(?:bottom|last|lowest|slowest|worst|weakest) (?:(?:two|three|five|ten|\d+) )?(?:villages|communities|village|community|grids|units|branches)\b"
            r"|\bstandings\b|\bpoints table\b|\border of merit\b"
            r"|\b(?:top|bottom) (?:two|three|five|ten) (?:(?:villages|communities)\b|(?:\w+ ){0,2}(?:praised|named|rewarded|criticised))"
            r"|\bcompared (?:with each other|in public)\b",
        ),
        (
            "group",
            f"(?:加入|进入?|入|扫码进?|拉进?|建立?|组建|拉你们?进|邀请[^，,。；;\n]{{0,6}}进|退出旧群|转入)(?![步度展一行口出来])[^，,。；;：:\n]{{0,10}}?{_GROUP}"
            f"|(?:拉|建)(?:好|起|一个|个)[^，,。；;\n]{{0,8}}群(?!众|体)|(?:改用|启用|换到?)新群"
            f"|新群[^。；;\n]{{0,14}}进"
            f"|{_GROUP}[^，,。；;\n]{{0,4}}(?:二维码|扫码)[^，,。；;\n]{{0,6}}(?:进|入|加)"
            r"|\b(?:join|added? to|create|set up|scan[^.;\n]{0,20}join)\b[^.;\n]{0,24}\b(?:group|chat)\b(?! (?:photo|leader))",
        ),
        (
            "plaque",
            f"(?:悬挂|挂(?!号|钩|失|念)|安装|张挂|更换|制作|领取?|竖立?|立|设置|授|钉)(?![的了着]|好的)[^，,。；;\n]{{0,14}}?{_SIGN}"
            f"|{_SIGN}(?!(?:的)?(?:照|图|拍))[^，,。；;\n]{{0,8}}(?:挂(?!号|钩|的)|安装|上墙|更换|悬挂|装好|钉)"
            f"|标识[^，,。；;\n]{{0,6}}(?:换|更新|上墙|安装|悬挂)|(?:授|揭)牌(?!仪式|大会)"
            f"|牌子[^，,。；;\n]{{0,8}}(?:装|挂|领|做)|挂牌[，,][^，,。；;\n]{{0,8}}挂好"
            f"|制度[^，,。；;\n]{{0,4}}上墙"
            r"|\b(?:hang|put up|mount|install|display|fix|unveil)\w*\b[^.;\n]{0,30}\b(?:plaques?|nameplates?|signboards?|name boards?|the (?:new )?sign)\b"
            r"|\b(?:plaques?|nameplates?|signboards?|the (?:new )?sign [“\"'][^”\"'.\n]{1,30}[”\"'])[^.;\n]{0,30}\b(?:hung|put up|mounted|displayed|fixed|on the (?:wall|door|gate))\b",
        ),
        (
            "vote",
            "(?:网上|线上|网络|公众号|微信|链接)[^，,。；;\n]{0,10}(?:评选|投(?!资|诉|入|保|稿|递|放))"
            "|给[^，,。；;\n]{1,14}投(?:票|上|一票)|投\\d{1,3}号|票数|人人投"
            "|(?:每[天日]|大家|各村|各社区|发动|组织|动员|请|帮忙|记得|全体)[^，,。；;\n]{0,14}(?:投票|投[一1]?[次票]|投上?一票|拉票|点赞|点个赞|打call|助力)"
            "|点个?赞[^，,。；;\n]{0,6}(?:在看|转发)|(?:转到|转发到?|发到?|分享到?)[^，,。；;\n]{0,4}朋友圈"
            "|(?:线上|网上|网络|扫码|在线)答题|投票(?:链接|二维码)"
            r"|\b(?:please|must|should|to) (?:\w+ ){0,2}(?:like|repost|vote|forward)\b[^.;\n]{0,24}\b(?:post|film|video|article|link|online|every day|daily|for)\b",
        ),
        (
            "app",
            "(?:下载|安装|装(?:上|好)?|注册|激活|更新|绑定|实名认证|登录|登陆)[^，,。；;\n]{0,4}[“《「][^”》」\n]{1,12}[”》」]"
            "|[“《「][^”》」\n]{1,12}[”》」][^，,。；;\n]{0,4}(?:下载|安装|注册|激活|装机|扫码登)"
            "|(?:下载|安装|注册|激活)[^，,。；;\n]{0,8}(?:平台|软件|手机端|电子凭证|电子医保|医保码|APP|app|小程序)"
            "|(?:手机端|客户端|APP|app|小程序|医保码|医保凭证|电子凭证)[^，,。；;\n]{0,8}(?:更新|激活|注册|安装|下载|实名)"
            r"|\b(?:installs?|download|register (?:on|in|with)|sign up (?:on|to)|update|activate)\b[^.;\n]{0,24}\b(?:app|mini-?program|platform|client)\b"
            r"|\b(?:use|using|through|via)\b[^.;\n]{0,30}\b(?:app|mini-?program|applet)\b",
        ),
        (
            "check_in",
            "上线[^，,。；;\n]{0,8}\\d{1,2}[^，,。；;\n]{0,2}小时"
            "|轨迹[^，,。；;\n]{0,6}(?:够|足|完整|不少于|上传|回传)"
            "|(?:早晚|上下班|每[日天]|到岗)[^，,。；;\n]{0,6}(?:打卡|刷脸|定位|签到)(?!簿|表)"
            r"|\b(?:clock|check|punch|sign) in\b[^.;\n]{0,24}\b(?:phone|app|daily|each|every)\b",
        ),
        (
            "pledge",
            f"{_PLEDGE}[^，,。；;\n]{{0,12}}(?:签|盖章|按手印|交|返|送|报|回收|收齐|存档)"
            f"|(?:签|交|返|送|补|收)[^，,。；;\n]{{0,12}}{_PLEDGE}"
            f"|签(?:订|下|署|个|好)?[^，,。；;\n]{{0,4}}承诺"
            f"|承诺(?!件|制|时)[^，,。；;\n]{{0,6}}(?:签|按手印)"
            f"|公约[^，,。；;\n]{{0,6}}(?:签[字名]|按手印)"
            f"|{_PLEDGE}[^，,。；;\n]{{0,8}}(?:一户不漏|全覆盖|全部|逐户|人手一份|一[户人]一份|印好|100%)"
            f"|{_PLEDGE}[，,][^。；;\n]{{0,14}}(?:签字?|交回|返回|交来|盖章)"
            r"|\b(?:sign|signed|return|collect|hand in|submit)\w*\b[^.;\n]{0,40}\b(?:pledges?|undertakings?|letters? of (?:responsibility|commitment)|commitment (?:letters?|forms?)|responsibility (?:letters?|agreements?))\b",
        ),
    )
)
_ELSE = {
    "quota": pattern("慰问品|发放|领取|领|发给|补助|补贴|奖励|名额有限|招生|选举|代表名额|收费"),
    "copies": pattern(
        "\\b(?:take|collect|pick up|per (?:village|household))\\b|领取?|发放|发给|发到|赠|宣传[册单页品]|慰问[品金信]|下发|张贴"
    ),
    "ranking": pattern(
        "比赛|竞赛|运动会|球赛|大赛|考试|招聘|高考|中考|选手|参赛|摇号|排队(?!通报)|广场舞|歌|棋|match|tournament|contest|race\\b"
    ),
    "group": pattern("反诈|骗|陌生|退出|解散|退群|清理|合并"),
    "plaque": pattern(
        "号牌|车牌|挂牌(?:督办|出让|转让|保护|整治|销售)|门牌|警示|标线|施工|警示|广告|招牌|交通|限速|店铺|商户|已(?:上墙|挂|安装)"
    ),
    "log_book": pattern("网络日志|电子台账系统|销号|注销"),
    "vote": pattern(
        "选举|换届|业主|表决|居民代表|无记名|评议|居民会议|转发[^，,。；;]{0,8}(?:通知|文件)|民意|征求意见"
    ),
    "app": pattern("诈骗|陌生|不明|居民可"),
    "pledge": pattern("样本|模板|范本|解读|宣传"),
}
"""Said in the same sentence, the words mean something else."""
_DONE = pattern("(?:已经?|均已|都已|早已|前期|上次|去年|往年)[^，,。；;\n]{0,6}$")


_ONLY_PAPER = pattern("(?:佐证|印证)(?:材料|资料)(?![^。；;\n]{0,20}(?:照片|图片|截图|影像))")
SEEN = pattern(
    "(?:观看|收看|播放|下载|参考|参照|点赞|推送|转[发播]?|看(?!护|到|见|清|得|完)|刷)[^，,。；;\n]{0,6}$"
)
_SHOWN = pattern(
    "[^，,。；;\n]{0,4}(?:见附件|附后|已发|如[下图]|仅供|[，,]?[^，,。；;\n]{0,6}(?:转发?到|点赞|转一转))"
)
_PICTURED = pattern("照|图|截|视频|像")
_ON_WALL = pattern(
    "(?:表|名单|结果|照片|公告|通知|电话|图|清单|标语|海报)[^，,。；;\n]{0,6}$|已[^，,。；;\n]{0,4}$"
)
_OPEN = pattern(
    "[^，,。；;\n]{0,10}(?:另行通知|另定|另告|待定|取消|暂停|推迟|延期)"
    r"|[^.;\n]{0,50}\b(?:to be (?:announced|confirmed|agreed)|announced later|cancelled|postponed|called off)\b"
)
_HONOURS = pattern("表彰|先进(?:集体|个人)|录用|拟聘|录取|中标")
_THANKED = pattern("(?:收到|感谢|谢谢)[^，,。；;\n]{0,8}$")
_LISTED = pattern("保护|督办|出让|转让|整治|销售|交易")
_BOARD = pattern(r"\bboard$|\bsign$|^on(?:to)? the walls?$")
"""In English any shop has one."""
_PERIODICAL = pattern("[日周旬月季年]报")
_FIGURED = pattern("表|数|统计|名单|台账|字段|列|栏|报送率|核算|决算")
_WALL = pattern("(?<!牌)上墙")


def is_wanted(same: str, asked: Asked) -> bool:
    """Whether what the lexicon read is one in a notice: proofs are papers there, and a list on the wall no plaque."""
    before, span = same[max(0, asked.start - 12) : asked.start], same[asked.start : asked.end]
    if asked.code == "photo":
        if "轨迹" in span and not _PICTURED.search(span):
            return False  # where somebody went, on a map
        seen = SEEN.search(same[max(0, asked.start - 10) : asked.start + 2])
        return not (seen or _ONLY_PAPER.match(same, asked.start) or _SHOWN.match(same, asked.end))
    if asked.code == "plaque":
        if _WALL.match(same, asked.start):
            return _ON_WALL.search(before) is None
        if span == "挂牌" and _LISTED.match(same, asked.end):
            return False
        return not (span.isascii() and _BOARD.search(span))
    if asked.code == "copies":
        return _ELSE["copies"].search(same, max(0, asked.start - 24), asked.end + 16) is None
    if asked.code == "meeting":
        return _OPEN.match(same, asked.end) is None
    if asked.code == "ranking":
        return _HONOURS.search(same, max(0, asked.start - 60), asked.end) is None
    if asked.code in ("form", "report") and _THANKED.search(before):
        return False
    if asked.code == "form" and _PERIODICAL.fullmatch(span):
        return counts(same, asked.start)
    return True


def counts(same: str, at: int) -> bool:
    """Whether a 月报 or 年报 there is one of figures, and no written report."""
    return _FIGURED.search(same, max(0, at - 30), at + 30) is not None


def burdens_of(same: str, known: frozenset[str]) -> Iterator[Asked]:
    """What is asked beyond what is known to be, one place for each."""
    said = read(same)
    for code, words in _WANTED:
        if code in known:
            continue
        for found in words.finditer(same):
            if _asks(said, same, code, found):
                yield Asked(code, *found.span())
                break


def _asks(said: Said, same: str, code: str, found: re.Match[str]) -> bool:
    start, end = said.sentence(found.start())
    other = _ELSE.get(code)
    if other is not None and other.search(same, start, end):
        return False
    if _DONE.search(same[max(start, found.start() - 12) : found.start()]):
        return False
    return is_meant(said, found.span())
