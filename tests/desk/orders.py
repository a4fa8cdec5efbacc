"""A workbook of hotline orders, for tests that import."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

HEAD = ["工单编号", "受理时间", "诉求标题", "诉求人姓名", "证件号码", "承办单位", "办结时间", "扬言内容"]
ROWS: list[list[object]] = [
    [
        "0001",
        datetime(2026, 3, 5, 9, 12),
        "\t路灯不亮",
        "王小红",
        "430000199001011234",
        "城管局",
        "2026/3/6 10:00",
        "",
    ],
    ["0002", "2026-03-05 09:12:00", "电梯停运_x000D_\n", "", "", "白鹭洲管委会", "", ""],
    ["0003", "4月底之前", "井盖缺失", "", "", "没人要的单位", "", ""],
    ["0004", "2026/3/7", "", "", "", "", "", ""],
    ["0001", "2026/3/8", "别的事", "", "", "", "", ""],
]


def sheet(path: Path, rows: list[list[object]], head: list[str] | None = None) -> Path:
    workbook = Workbook()
    page = workbook.active
    assert page is not None
    page.append(head or HEAD)
    for row in rows:
        page.append(row)
    workbook.save(path)
    return path
