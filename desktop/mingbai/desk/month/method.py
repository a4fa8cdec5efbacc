"""口径说明: how the period is cut, how figures are compared, and what each printed figure counts."""

from __future__ import annotations

from collections.abc import Iterator

from mingbai.desk.month.edition import Edition, year_to_date_name
from mingbai.desk.month.figures import TYPED_SIGN, MonthFigures, printed_codes
from mingbai.domain.calendar import WorkingDays
from mingbai.domain.figure import Duration, Figure, Flow, Given, Of, Overlap, Ratio, Stock, Top, alone
from mingbai.domain.month import Cutoff, Span
from mingbai.domain.sheet import Look, Page, Row, Sheet, SheetColumn
from mingbai.domain.words import Words

TITLE = Words("口径说明", "Notes on Method")
TAB = Words("口径说明", "Notes")

KINDS: dict[type[Figure], Words] = {
    Flow: Words("期内数", "in the period"),
    Stock: Words("期末数", "at the end"),
    Duration: Words("用时", "median"),
    Overlap: Words("时段数", "days in effect"),
    Ratio: Words("比率", "ratio"),
    Given: Words("测算或填写", "worked out"),
}
GROUPS = {
    Of.LARGEST: Words("最多项", "largest"),
    Of.DIFFERENT: Words("不重复数", "different ones"),
    Of.REPEATED: Words("三次以上", "three or more"),
}


def method_sheet(edition: Edition, figures: MonthFigures, working: WorkingDays) -> Sheet:
    """Numbered paragraphs, then one row per figure in the order of 表1."""
    paragraphs = enumerate(_paragraphs(edition, figures, working), 1)
    say, zh = edition.say, edition.language == "zh"
    return edition.sheet(
        TAB,
        TITLE,
        (
            SheetColumn(say("序号", "No."), 4.6, Look.WORD),
            SheetColumn(say("指标", "Indicator"), 20.3, Look.TEXT),
            SheetColumn(say("类型", "Kind"), 10.2, Look.WORD),
            SheetColumn(say("单位", "Unit"), 8.3, Look.WORD),
            SheetColumn(say("计算口径", "How it is counted"), 41.6, Look.TEXT),
        ),
        tuple(_rows(edition, figures)),
        middle="",
        right=edition.say(f"{edition.period.words.zh}　", f"{edition.period.words.en}, ") + edition.numbered,
        lead=tuple(f"{n}．{text}" if zh else f"{n}. {text}" for n, text in paragraphs),
        frozen_columns=2,
        page=Page(portrait=True, one_page=False, size=9.5, height=17.4),
    )


def _rows(edition: Edition, figures: MonthFigures) -> Iterator[Row]:
    for number, code in enumerate(printed_codes(), 1):
        figure = figures.of(code).figure
        yield Row(
            (
                number,
                edition.into(alone(figures.of(code).title)),
                edition.into(_kind(figure)),
                edition.into(figure.unit.words),
                edition.into(figure.note),
            )
        )


def _kind(figure: Figure) -> Words:
    return GROUPS[figure.of] if isinstance(figure, Top) else KINDS[type(figure)]


def _paragraphs(edition: Edition, figures: MonthFigures, working: WorkingDays) -> Iterator[str]:
    yield _period(edition)
    called = edition.called
    beside = f"环比＝（{called.this.zh}－{called.last.zh}）÷{called.last.zh}×100%；"
    yield edition.say(
        f"{'' if edition.whole_year else beside}同比＝（本期－上年同期）÷上年同期×100%，保留两位小数，四舍五入。"
        "比率之差为百分点。",
        "Change = (this period − base) ÷ base × 100%, to two places, half rounded up. "
        "Ratios are compared in percentage points (pp).",
    )
    yield edition.say(
        "基期没有数据或基期为零的，增减一律记“—”，不记0。登记簿首条记录以前的月份视为没有数据。",
        "Where the base has no data or is zero, the change is “—”, never 0. "
        "Months before a register's first entry have no data.",
    )
    yield from _typed(edition, figures)
    yield from _several_months(edition)
    bases = called.last.zh if edition.whole_year else f"{called.last.zh}、{called.year_ago.zh}"
    yield edition.say(
        f"{bases}已上报的，取最后一次上报的数；{'其余' if edition.whole_year else '累计数'}按现有记录重新计算。",
        f"A {called.noun.en} that was sent is a base as it was sent last; "
        f"{'all else is' if edition.whole_year else 'years to date are'} worked out from the records as they stand.",
    )
    yield edition.say(
        "只统计由人确认的研判，自动提示不计入。上报后如记录有改动，改动计入下一版，并列出差异。",
        "Only what a person assessed is counted; automatic flags never are. What is changed after sending "
        "goes into the next version, with the differences listed.",
    )
    yield from _holidays(edition, working)
    yield (
        edition.say(
            "留存版含交办单位名称和研判依据，仅供本单位留存，不对外报送；不含居民姓名、电话和地址。",
            "This full copy names departments and gives the basis of assessments; it stays here. "
            "It holds no resident's name, phone or address.",
        )
        if edition.full
        else edition.say(
            "上报版不含居民个人信息，事项名称、文号、依据中的交办单位只写层级；电话、姓名、地址不出现。",
            "The submission holds no personal data of residents, and names levels instead of departments, in titles, "
            "document numbers and bases too.",
        )
    )


def _several_months(edition: Edition) -> Iterator[str]:
    """What is worked out over several months, and what a period of several months is."""
    if len(edition.period.months) > 1:
        yield edition.say(
            f"{edition.called.this.zh}由{len(edition.period.months)}个统计月组成；期内数为各月之和，期末数取最后一个月的；"
            "中位数、比率、去重人数按期内全部记录重新计算，不由各月相加或平均。有月份没有数据的期间不作基期。",
            f"The {edition.noun} is made of {len(edition.period.months)} months: what is counted in a period adds "
            "up over them, figures at the end are those of the last one; medians, ratios and different persons "
            "are worked out anew from all records. A period with a month without data is no base.",
        )
    if not edition.whole_year:
        yield edition.say(
            "中位数、比率的累计数按累计期内全部记录重新计算，不由各月相加或平均。期末数不作累计。",
            "Medians and ratios of the year to date are worked out anew from all its records, not from months. "
            f"Figures at the {edition.noun}'s end have no year to date.",
        )


def _period(edition: Edition) -> str:
    reported = edition.period
    cut = edition.into(Words("自然月", "calendar months"))
    if reported.cutoff is not Cutoff.CALENDAR:
        cut = edition.say("上月26日至本月25日", "from the 26th to the 25th")
    period = edition.say(
        f"统计期：{cut}；{reported.words.zh}为{reported.days_words.zh}",
        f"Period: {cut}; {reported.words.en} is {reported.days_words.en}",
    )
    if not edition.whole_year:
        year = Span(reported.year_to_date[0].start, reported.end).words
        period += edition.say(
            f"，本年累计（{year_to_date_name(reported, 'zh')}）为{year.zh}",
            f", the year to date ({year_to_date_name(reported, 'en')}) is {year.en}",
        )
    period += edition.say("。", ".")
    return period + edition.say("", " ") + edition.unfinished if edition.unfinished else period


def _typed(edition: Edition, figures: MonthFigures) -> Iterator[str]:
    sources = figures.sources
    if sources:
        listed = edition.say("、", ", ").join(sources)
        yield edition.say(
            f"备注栏的“{TYPED_SIGN}”：上期、去年同期或累计的数是从以前的资料补录的，来源：{listed}。",
            f"“{TYPED_SIGN}” in the notes of a row: a number it is compared with, or a part of it, was typed in from "
            f"earlier papers; source: {listed}.",
        )


def _holidays(edition: Edition, working: WorkingDays) -> Iterator[str]:
    days = (day for month in edition.period.year_to_date for day in (month.start, month.end))
    unknown = sorted({str(day.year) for day in days if not working.known(day)})
    if unknown:
        years = edition.say("、", ", ").join(unknown)
        yield edition.say(
            f"节假日表缺{years}年，该年工作日按周一至周五计算。",
            f"The holidays of {years} are not known here; Monday to Friday count as working days.",
        )
