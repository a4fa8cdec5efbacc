"""What a form of a new entry is offered by, known before the form is."""

from __future__ import annotations

from mingbai.domain.words import Words

ADD = Words("新增", "Add")
ADD_TO = Words("新增{register}", "Add to {register}")
