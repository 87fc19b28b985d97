"""Arabic and mixed text on a terminal (no Textual here).

    from tui.bidi.layout import clean, isolate, layout, truncate, visual

    found = layout("قالت منظمة WHO اليوم", 40, spans=[(5, 13, "bold")])
    for line in found.lines:               # at least one; each line of the text is a paragraph
        line.text, line.runs, line.map     # as drawn; (text, cells, style) left to right; offset per cell
        line.start, line.end, line.width   # offsets into the text; cells
        line.rtl                           # pad on the left when true
        line.offset_at(3), line.cell_of(5), line.cells_of(5, 13), line.clusters   # mouse, caret, selection
    truncate("تقرير وزارة الصحة", 12).runs    # one line, ellipsis at the logical end
    visual("تقرير وزارة الصحة", 12)           # the same as a string
    f"نشر في {isolate('2024-03-12')}"        # keeps a value whole inside a sentence of the other direction

All offsets are code points of the text as given; everything outside this package speaks of these only. Laying the same
text out again, with other spans or another width, costs little: paragraphs are remembered. `mode=` of `layout`,
`truncate`, `visual` and `Document` is the mode of the terminal (`tui.terminal.probe.choose`); `runs` and `text` are
then what is to be written, while `map`, `clusters` and cells stay those of the picture.

`document.Document` lays out only the part of a long text that is looked at; `levels.resolve` is UAX #9 alone. What the
terminal does is found out in `tui.terminal.probe`, which has the sequences `enter` and `leave`, too.
"""
