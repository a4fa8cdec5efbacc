"""Attachments: the files that belong to an entry. What stands in them is kept beside, by its digest."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from mingbai.domain.column import ANY, Column, Personal, Uid
from mingbai.domain.register import REGISTER_WORDS, Register
from mingbai.domain.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of an entry. Its name is the entry's own text: it may name a resident."""

    register: Annotated[str, Column("登记簿", "Register", special=REGISTER_WORDS)]
    subject: Annotated[Uid, Column("事项", "Entry", to=ANY, sort=True)]
    name: Annotated[str, Column("文件名", "File name", personal=Personal.STORY, find=True, leaves=False)]
    added_on: Annotated[date, Column("添加日期", "Added")]
    size: Annotated[int, Column("字节数", "Bytes", leaves=False)]
    sha256: Annotated[str, Column("文件校验值", "File SHA-256", leaves=False, inner=True)]


ATTACHMENTS = Register(
    "attachment",
    "附件",
    "Attachments",
    Attachment,
    dated="added_on",
    titled="name",
    keys=(("subject", "sha256"),),
    deeds_only=True,
    brief=("added_on", "subject", "name", "size"),
    belongs=Words(
        "添加到各条记录的文件和图片，列在这里",
        "Files and pictures that were added to entries are listed here",
    ),
)
