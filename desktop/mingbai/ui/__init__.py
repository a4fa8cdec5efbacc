"""The window: Qt Widgets over the deeds of `desk`."""
