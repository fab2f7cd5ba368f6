/// How the page looks: light, or dark where the reader's system is.
enum PageStyle {
  static let text = """
    :root{\(Palette.light.variables);color-scheme:light dark}
    @media (prefers-color-scheme:dark){:root{\(Palette.dark.variables)}}
    @media print{:root{\(Palette.light.variables)}header,aside{display:none!important}}
    *{box-sizing:border-box}
    html,body{height:100%;margin:0}
    body{display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font:14px/1.45 \(Palette.fonts)}
    header{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;padding:8px 14px;\
    border-bottom:1px solid var(--past)}
    h1{font-size:16px;margin:0;flex:1 1 auto;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
    .find{position:relative;flex:0 1 280px}
    input,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--edge);border-radius:6px;\
    padding:5px 10px}
    input{width:100%}
    button{cursor:pointer;min-width:34px}
    button:hover{border-color:var(--ink)}
    :focus-visible{outline:2px solid var(--company);outline-offset:1px}
    #hits{position:absolute;z-index:2;top:100%;left:0;right:0;margin:4px 0 0;padding:4px;list-style:none;\
    background:var(--paper);border:1px solid var(--edge);border-radius:6px;max-height:60vh;overflow:auto;\
    box-shadow:0 6px 20px #0003}
    #hits li{padding:4px 8px;border-radius:4px;cursor:pointer}
    #hits li[aria-selected=true]{background:var(--company);color:#fff}
    #hits small{opacity:.75}
    main{flex:1 1 auto;display:flex;min-height:0;position:relative}
    #picture{flex:1 1 auto;min-width:0;width:100%;height:100%;cursor:grab;touch-action:none;font-size:12px;\
    user-select:none;-webkit-user-select:none}
    #picture:active{cursor:grabbing}
    aside{flex:0 0 300px;max-width:45%;overflow:auto;padding:12px 16px;border-left:1px solid var(--past)}
    aside h2{font-size:16px;margin:0;overflow-wrap:anywhere}
    aside p{margin:2px 0 10px;color:var(--faint)}
    aside dl{margin:0 0 10px;display:grid;grid-template-columns:auto 1fr;gap:2px 10px}
    aside dt{color:var(--faint)}
    aside dd{margin:0;overflow-wrap:anywhere}
    aside ul{list-style:none;margin:0;padding:0}
    aside li{padding:3px 0;overflow-wrap:anywhere}
    aside li.over{opacity:.7}
    aside li button{border:0;padding:0;background:none;text-decoration:underline;text-align:left}
    aside .close{float:right}
    footer{display:flex;flex-wrap:wrap;gap:2px 20px;align-items:center;padding:6px 14px;border-top:1px solid var(--past);\
    font-size:12px}
    footer p{margin:0;color:var(--faint)}
    .legend{display:flex;flex-wrap:wrap;gap:2px 14px;list-style:none;margin:0;padding:0}
    .legend li{display:flex;align-items:center;gap:4px}
    .node{cursor:pointer;outline:none}
    .labels{pointer-events:none}
    .edge{vector-effect:non-scaling-stroke}
    .node.hit,.node:focus-visible{stroke:var(--ink);stroke-width:3}
    .node.chosen{stroke:var(--ink);stroke-width:5}
    .dim .node:not(.near):not(.hit){opacity:.18}
    .dim .edge:not(.near){opacity:.1}
    .dim .edges{opacity:1}
    .edge.near{stroke:var(--faint)}
    .node.me.chosen,.node.me.hit{stroke:var(--person)}
    .labels .near{font-weight:bold}
    .labels .far{opacity:.25}
    @media (max-width:640px){main{flex-direction:column}aside{flex:0 1 45%;max-width:none;border-left:0;\
    border-top:1px solid var(--past)}}

    """
}
