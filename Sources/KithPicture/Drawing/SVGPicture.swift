import KithCore

/// A picture as a file of SVG (1.1): it needs nothing from anywhere, and is the same each time.
public struct SVGPicture {
  private let picture: Picture
  private let output: OutputSink

  public init(_ picture: Picture, to output: OutputSink) {
    self.picture = picture
    self.output = output
  }

  public func write() throws {
    let (width, height) = (Markup.number(picture.width), Markup.number(picture.height))
    try output.write(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" viewBox="0 0 \(width) \(height)" \
      role="img" font-family="\(Palette.fonts)" font-size="12">
      <title>\(Markup.escaped(picture.title))</title>
      <desc>\(Markup.escaped(picture.legend.caption))</desc>
      <style>
      \(Palette.style(Palette.light.color))</style>
      \(SVGContent.definitions)<rect class="paper" width="\(width)" height="\(height)" fill="\(Palette.light.paper)"/>

      """)
    try SVGContent(picture: picture, output: output, isNumbered: false).write()
    try writeLegend()
    try output.write("</svg>\n")
  }

  private func writeLegend() throws {
    let legend = picture.legend
    let top = picture.drawing.bottom
    let inner = picture.width / legend.scale
    try output.write(
      """
      <g class="legend" transform="translate(0 \(Markup.number(top))) scale(\(LegendSymbol.fine(legend.scale)))">
      <line x1="24" y1="0" x2="\(Markup.number(inner - 24))" y2="0" stroke="\(Palette.light.pastEdge)"/>

      """)
    for place in legend.places {
      try output.write(LegendSymbol.svg(place.item.symbol, at: place.center))
      let x = Markup.number(place.center.x + 17)
      try output.write(
        "<text x=\"\(x)\" y=\"\(Markup.number(place.center.y + 4.2))\">\(Markup.escaped(place.item.text))</text>\n")
    }
    let y = Markup.number(legend.height / legend.scale - 16)
    try output.write(
      """
      <text x="24" y="\(y)" fill="\(Palette.light.faint)" style="fill:\(Palette.light.faint)">\
      \(Markup.escaped(legend.caption))</text>
      </g>

      """)
  }
}
