"""The few words of Qt's own dialogs that its Chinese translation leaves in English or says unlike anybody else."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

CHINESE: dict[tuple[str, str], str] = {
    ("QFileDialog", "&Look in:"): "查找范围(&L)：",
    ("QFileDialog", "Look in:"): "查找范围：",
    ("QFileDialog", "File &name:"): "文件名(&N)：",
    ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
    ("QFileDialog", "Files of type:"): "文件类型：",
    ("QFileDialog", "Directory:"): "文件夹：",
    ("QFileDialog", "Show &hidden files"): "显示隐藏文件(&H)",
    ("QFileDialog", "Create a New Folder"): "新建文件夹",
    ("QFileDialog", "Create New Folder"): "新建文件夹",
    ("QFileDialog", "Change to list view mode"): "列表",
    ("QFileDialog", "Change to detail view mode"): "详细信息",
    ("QFileDialog", "Go back"): "后退",
    ("QFileDialog", "Go forward"): "前进",
    ("QFileDialog", "Go to the parent directory"): "上一级文件夹",
    ("QFileDialog", "List of places and bookmarks"): "常用位置",
    ("QFileDialog", "Sidebar"): "常用位置",
    ("QFileDialog", "Show "): "显示",
    ("QFileDialog", "All Files (*)"): "所有文件 (*)",
    ("QFileSystemModel", "Computer"): "计算机",
    ("QFileSystemModel", "Name"): "名称",
    ("QFileSystemModel", "Size"): "大小",
    ("QFileSystemModel", "Type"): "类型",
    ("QFileSystemModel", "Date Modified"): "修改日期",
    ("QAbstractFileIconProvider", "Drive"): "磁盘",
    ("QAbstractFileIconProvider", "Folder"): "文件夹",
    ("QAbstractFileIconProvider", "Unknown"): "未知",
    ("QPlatformTheme", "Don't Save"): "不保存",
    ("QPlatformTheme", "Discard"): "不保存",
}


class ChineseWords(QTranslator):
    """Installed after Qt's own Chinese, so that it is asked first."""

    def translate(self, context: str, text: str, *_: object) -> str | None:
        return CHINESE.get((context, text))

    def isEmpty(self) -> bool:
        return False
