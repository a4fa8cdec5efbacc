"""Which burdens a text asks for, by own examples."""

from __future__ import annotations

import pytest

from mingbai.rules.asks import asks_of, read, words_asked


def codes(text: str) -> set[str]:
    return {one.code for one in asks_of(text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("请各社区每天打卡签到，并拍照上传。", {"check_in", "photo"}),
        ("材料一式三份，附活动照片。", {"copies", "photo"}),
        ("建立专项台账，一户一档。", {"log_book"}),
        ("各村书记与镇里签订责任状，实行“一票否决”。", {"pledge", "veto"}),
        ("请建好网格微信群，组织全员入群。", {"group"}),
        ("工作站统一悬挂标识牌。", {"plaque"}),
        ("填报《重点人员摸底表》", {"form"}),
        ("请报送半年工作总结。", {"report"}),
        ("定于周三召开推进会。", {"meeting"}),
        ("请下载安装“安心”APP", {"app"}),
        ("每个社区完成征订任务20份", {"quota"}),
        ("转发推文并集赞30个", {"vote"}),
        ("每周排名通报", {"ranking"}),
        ("Please upload photos and sign the pledge in duplicate.", {"photo", "pledge", "copies"}),
        ("Attend the kick-off meeting; each community returns the form.", {"meeting", "form"}),
        ("", set()),
    ],
)
def test_what_is_asked_for_is_found(text: str, wanted: set[str]) -> None:
    assert wanted <= codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "不得要求打卡签到、拍照留痕，不得签订责任状。",
        "会议不签到、不拍照、不录像。",
        "打卡功能已关闭，责任状一律取消。",
        "居民可自愿上传照片。",
        "由物业公司负责巡查，每日打卡并上传照片。",
        "居民问：是不是要下载APP？",
        "自查是否存在拍照打卡、签订责任状等问题。",
        "沿街商铺门前三包责任书\n签订后一份交中队留存。",
        "No photos or pledges are needed.",
        "The ranking has been dropped and check-ins are no longer required.",
        "Shop owners sign the pledge with the bureau.",
    ],
)
def test_what_is_denied_voluntary_quoted_or_meant_for_others_asks_nothing(text: str) -> None:
    assert not codes(text) & {"check_in", "photo", "pledge", "app", "ranking", "veto"}


@pytest.mark.parametrize(
    "text",
    [
        "Take photos of every household and rank the villages.",
        "Take photographs of each notice board.",
        "Grid staff must photograph every stairwell.",
        "Call on the older residents living alone and take pictures of each visit.",
        "Pictures of every entrance are to be taken by Friday.",
        "Each round must be photographed.",
    ],
)
def test_a_photo_is_asked_for_in_many_words(text: str) -> None:
    assert "photo" in codes(text)


@pytest.mark.parametrize(
    "text",
    [
        "Volunteers will take pictures of the fair.",
        "There is no need to photograph every household.",
        "Do not take photographs of residents.",
        "The wedding photographs of long-married couples are on show.",
        "Residents may take photos of every exhibit if they wish.",
    ],
)
def test_no_photo_is_asked_of_us(text: str) -> None:
    assert "photo" not in codes(text)


def test_the_place_in_the_text_is_told() -> None:
    text = "请（务必）拍照上传。①"
    (one,) = [one for one in asks_of(text) if one.code == "photo"]
    assert text[one.start : one.end] == "拍照上传"


def test_a_threat_is_no_denial() -> None:
    assert "check_in" in codes("不打卡的一律通报。")
    assert "photo" in codes("照片不得少于5张。")


def test_the_words_of_a_rule_are_clues() -> None:
    said = read("各村订阅《报》不少于5份。不得订阅《报》")
    assert words_asked(said, ("订阅…不少于",)) == ((2, 10),)
    assert words_asked(said, ()) == ()


def test_a_very_long_text_is_read_in_its_beginning_only() -> None:
    assert "check_in" in codes("请每天打卡。" + "说明文字，" * 20_000)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("检查组拟去菜场，由市场方自己拍照，社区知道就行。", "photo"),
        ("小店排名每季度公布一次，抄送社区。", "ranking"),
        ("The shops are ranked by hygiene. For your information.", "ranking"),
    ],
)
def test_what_is_told_for_information_asks_nothing(text: str, code: str) -> None:
    assert code not in codes(text)


@pytest.mark.parametrize(
    ("text", "code", "asked"),
    [
        ("市监所将对商铺拍照。", "photo", False),
        ("市监所将来检查，请各社区拍照上传。", "photo", True),
        ("整改照片我们自己拍。", "photo", False),
        ("整改照片各村自己拍。", "photo", True),
        ("给药店打分排名。", "ranking", False),
        ("走访老人进度每周排名。", "ranking", True),
        ("居民小组每天在平台打卡。", "check_in", True),
        ("居民每天在平台打卡。", "check_in", False),
        ("独居老人探访须在平台打卡。", "check_in", True),
        ("村民身份证拍照上传。", "photo", True),
        ("A ranking of all the restaurants is published.", "ranking", False),
        ("A ranking of all communities is published.", "ranking", True),
        ("Undertakings were signed by all coach companies.", "pledge", False),
    ],
)
def test_who_does_it_and_on_whom_it_falls_is_told_apart(text: str, code: str, asked: bool) -> None:
    assert (code in codes(text)) == asked


@pytest.mark.parametrize(
    ("text", "code", "asked"),
    [
        ("巡查要拍照上传。社区不用拍。", "photo", False),
        ("巡查要拍照上传。居民不用拍。", "photo", True),
        ("各网格员分别拍照上传。", "photo", True),
        ("以前的排名停了。", "ranking", False),
        ("实行“周调度、月通报、季排名”。", "ranking", True),
        ("有人说起“周调度、月通报、季排名”。", "ranking", False),
        ("去年缺的照片一并上传。", "photo", False),
        ("照片一并上传，去年也是这样。", "photo", True),
        ("换届选举在即。各村发动投票。", "vote", False),
        ("最美老师评选在即。各村发动投票。", "vote", True),
    ],
)
def test_what_lets_us_off_is_told_from_a_threat_and_from_others(text: str, code: str, asked: bool) -> None:
    assert (code in codes(text)) == asked


@pytest.mark.parametrize(
    ("what", "asked"),
    [
        ("按时走访即可", False),
        ("按期办结就行", False),
        ("按要求巡查", False),
        ("记好台账就行", False),
        ("记得关门", False),
        ("扣不了分", False),
        ("按缺勤处理", True),
        ("按照旷工论处", True),
        ("记零分", True),
        ("记一次缺勤", True),
        ("当天扣5分", True),
        ("扣绩效", True),
        ("算缺勤", True),
        ("视同缺岗", True),
    ],
)
def test_only_a_whole_threat_wants_what_is_not_done(what: str, asked: bool) -> None:
    assert ("check_in" in codes(f"不打卡{what}。")) == asked


@pytest.mark.parametrize(
    ("text", "code", "asked"),
    [
        ("{}附件供知悉。", "photo", True),
        ("{}文件发各村备案。", "photo", True),
        ("{}检查结果抄告社区。", "photo", True),
        ("{}与村无关的照片不要传。", "photo", True),
        ("各村每日须上报走访照片，少一户扣2分，汇总表抄送各村。", "photo", True),
        ("走访照片由各村存档。检查结果抄告社区。", "photo", False),
        ("这个月不用拍照。下月起各网格员每次巡查须拍照上传。", "photo", True),
        ("这个月不用拍照。走访照片存进旧文件夹。", "photo", False),
        ("这个月不用拍照。会议改期。走访照片存进文件夹。", "photo", True),
        ("For your information the plan is attached. All villages must send photos.", "photo", True),
        ("各村每天须组织投票200张。民意调查另行通知。", "vote", True),
        ("换届选举\n会议改期。各村发动投票。", "vote", False),
    ],
)
def test_what_lets_us_off_reaches_no_further_than_beside_what_demands_nothing(
    text: str, code: str, asked: bool
) -> None:
    assert (code in codes(text.format("网格员每次巡查必须拍照上传，缺一张扣分。"))) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("取消手写签到换成人脸打卡。", True),
        ("停用旧本子，启用定位打卡。", True),
        ("不再手写签名，改为定位打卡。", True),
        ("取消手写签到、全员定位打卡。", True),
        ("撤销旧办法，一律免打卡。", False),
        ("取消一律打卡的要求。", False),
        ("不再启用定位打卡。", False),
        ("不得改为定位打卡。", False),
    ],
)
def test_what_begins_in_the_place_of_what_is_taken_away_is_asked(text: str, asked: bool) -> None:
    assert ("check_in" in codes(text)) == asked


def test_what_begins_within_the_words_themselves_is_asked() -> None:
    assert "group" in codes("撤销旧微信群、全员加入新微信群。")
    assert "group" not in codes("撤销旧微信群、新微信群。")


def test_what_the_title_names_is_signed_below_it() -> None:
    assert "pledge" in codes("防火目标责任书\n书记签字后交镇里。")
    assert "pledge" not in codes("防火目标责任书\n书记开会后来镇里。")
    said = read("家财险\n每村20户。")
    assert words_asked(said, ("家财险…每村",)) == ((0, 6),)
    assert not words_asked(read("家财险" * 30 + "\n每村20户。"), ("家财险…每村",))
