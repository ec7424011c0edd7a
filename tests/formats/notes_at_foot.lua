-- Notes where they are called, for the style sheets to set at the foot of the page.
function Note(note)
  return pandoc.Span(pandoc.utils.blocks_to_inlines(note.content), {class = "footnote"})
end
