/** Elements that only arrange text, pictures and links. */
export const SAFE_ELEMENTS = new Set(
  (
    'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del ' +
    'details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main ' +
    'mark menu nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td ' +
    'tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** Of these an end tag is never written. */
export const VOID_ELEMENTS = new Set('br hr img wbr col'.split(' '));

/** Elements whose content is not the page's text: it goes with them. */
export const SILENT_ELEMENTS = new Set(
  (
    'script style noscript template iframe frame frameset noframes noembed object applet embed svg math title ' +
    'textarea select xmp plaintext head audio video canvas'
  ).split(' '),
);

/** Attributes that neither run, load nor disguise anything. */
export const SAFE_ATTRIBUTES = new Set(
  'alt title lang dir cite datetime colspan rowspan span width height start value reversed scope align'.split(
    ' ',
  ),
);

/** Attributes that hold an address. */
export const LINK_ATTRIBUTES = new Set('href src cite'.split(' '));
