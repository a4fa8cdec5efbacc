"""How the window looks: colours, measures, icons, the style sheet, and the small widgets made of them."""
