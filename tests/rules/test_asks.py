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
    assert text[one.start : one.end] == "拍照"


def test_a_threat_is_no_denial() -> None:
    assert "check_in" in codes("不打卡的一律通报。")
    assert "photo" in codes("照片不得少于5张。")


def test_the_words_of_a_rule_are_clues() -> None:
    said = read("各村订阅《报》不少于5份。不得订阅《报》")
    assert words_asked(said, ("订阅…不少于",)) == ((2, 10),)
    assert words_asked(said, ()) == ()


def test_a_very_long_text_is_read_in_its_beginning_only() -> None:
    assert "check_in" in codes("请每天打卡。" + "说明文字，" * 20_000)
