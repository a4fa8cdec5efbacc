"""What pictures are taken of: each scene brings the window, or a dialog, into one state."""

from importlib import import_module

from tests.stories.scenes.stage import SCENES, Scene, Stage

__all__ = ["SCENES", "Scene", "Stage"]

for _part in ("day", "notices", "residents", "review", "reports", "around"):
    import_module(f"{__name__}.{_part}")
