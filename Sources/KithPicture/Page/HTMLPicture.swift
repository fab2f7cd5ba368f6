import KithCore

/// A picture as a page in one file: it loads nothing, and its policy forbids it to.
public struct HTMLPicture {
  private let picture: Picture
  private let output: OutputSink

  public init(_ picture: Picture, to output: OutputSink) {
    self.picture = picture
    self.output = output
  }

  public func write() throws {
    try writeHead()
    try writeControls()
    try output.write(
      """
      <main>
      <svg id="picture" tabindex="0" role="group" aria-label="\(Markup.escaped(picture.title)): arrow keys move it, \
      plus and minus zoom" data-width="\(Markup.number(picture.drawing.width))" \
      data-height="\(Markup.number(picture.drawing.height))">
      \(SVGContent.definitions)<g id="view">

      """)
    try SVGContent(picture: picture, output: output, isNumbered: true).write()
    try output.write("</g>\n</svg>\n<aside id=\"facts\" aria-live=\"polite\" hidden></aside>\n</main>\n")
    try writeLegend()
    try output.write("<script type=\"application/json\" id=\"graph\">")
    try PageData(picture).write(to: output)
    try output.write("</script>\n<script>\n\(PageScript.text)</script>\n</body>\n</html>\n")
  }

  private func writeHead() throws {
    try output.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
      script-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(Markup.escaped(picture.title))</title>
      <style>
      \(PageStyle.text)\(Palette.style { "var(--\($0))" })</style>
      </head>
      <body>

      """)
  }

  private func writeControls() throws {
    try output.write(
      """
      <header>
      <h1>\(Markup.escaped(picture.title))</h1>
      <div class="find">
      <input id="search" type="search" placeholder="Find a name ( / )" aria-label="Find a name" autocomplete="off" \
      spellcheck="false" role="combobox" aria-controls="hits" aria-expanded="false" aria-autocomplete="list">
      <ul id="hits" role="listbox" aria-label="Names found" hidden></ul>
      </div>
      <div class="buttons">
      <button id="in" type="button" aria-label="Zoom in" title="Zoom in (+)">+</button>
      <button id="out" type="button" aria-label="Zoom out" title="Zoom out (-)">−</button>
      <button id="fit" type="button" title="Show all (0)">Show all</button>
      </div>
      </header>

      """)
  }

  private func writeLegend() throws {
    try output.write("<footer>\n<ul class=\"legend\">\n")
    for item in picture.legend.items {
      let symbol = LegendSymbol.svg(item.symbol, at: Point(12, 9))
      try output.write(
        "<li><svg width=\"24\" height=\"18\" aria-hidden=\"true\">\(symbol)</svg>\(Markup.escaped(item.text))</li>\n")
    }
    try output.write("</ul>\n<p>\(Markup.escaped(picture.legend.caption))</p>\n</footer>\n")
  }
}
