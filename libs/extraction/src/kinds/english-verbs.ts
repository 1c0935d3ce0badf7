import type { PredicateCue } from './predicate-cue.js';

const AUX =
  '(?:(?:was|were|is|are|be|been|being|has been|have been|gets?|got)(?: (?:\\w+ly|also|now|then|first|again))? )';

/** English verbs. */
export const english: PredicateCue[] = [
  {
    deed: 'hold',
    thing: 'before',
    phase: 'result',
    verb: `${AUX}?(?:jointly )?(?:held|staged|convened)(?! (?:every|each|annually|by|accountable|the|a|an|talks|discussions|in-depth)\\b)`,
  },
  { deed: 'hold', thing: 'before', phase: 'result', verb: '(?:took|takes?|taking|taken) place' },
  {
    deed: 'hold',
    thing: 'before',
    phase: 'plan',
    verb: 'ha(?:s|ve) been (?:moved|postponed|rescheduled|brought forward) (?:to|until|from)|(?:is|are|was|were) (?:(?:due|slated|scheduled|set|expected|planned)(?= (?:to (?:be (?:held|staged|convened|attended)|take place|run|open|kick|start|begin|convene|return|last|gather|attract|draw|welcome|bring|see|come|host|unfold)|for|in|on|from|next|this)\\b)|to be held|to take place|to run|to open)\\b|(?:slated|scheduled|due|set) (?:for|to(?! (?:close|conclude|end|wrap))|in|on|from)\\b|(?:would|is|are|was) (?:be |now )?(?:held|moved|postponed|rescheduled|brought forward)(?= (?:to|until|from|between) )|would (?:be held|take place|convene|open|run|start|begin|kick off)|(?:returns|is returning|will return|comes back|moves) to|(?:falls|is planned|are planned) (?:for|on)|will (?:go (?:virtual|online|ahead)|get under ?way)|(?:is|are) on(?= (?:from )?(?:\\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))|will (?:run|last|continue)(?: (?:from|until|till|through|to|for))?|will (?:be held|take place|convene|gather|return|open|kick off|start|begin|be staged|be convened)|to be held|to take place|to (?:open|kick off|start|begin)|(?:runs?|lasts?|running|lasting|continues?) (?:from|until|till|through|to|for)|(?:runs?|lasts?|running|lasting)(?= (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|\\d{1,2}[ -]))',
  },
  {
    deed: 'hold',
    thing: 'before',
    phase: 'result',
    verb: `(?:is|are|was|were) (?:now )?under ?way|gathered|brought together|attracted|dr(?:ew|aws|awn)(?= (?:\\d|more|nearly|over|some|about|around|thousands|hundreds|guests|participants))|was attended by|had its first showing|its (?:first showing|inception)|saw the participation|(?:is|are|was|were) back in|(?:got|gets|is|was) in(?:to)? full swing|(?<=(?:council|committee|board|assembly)(?: of [^,.;]{3,60})? )(?:met|sat|meets|gathered)(?= (?:here|in|on|at|for)\\b)|(?:was|were) (?:fought out|decided|contested|played out)|(?:came|comes) into being`,
  },
  {
    deed: 'hold',
    thing: 'after',
    phase: 'result',
    verb: '(?:holds?|held|hosts?|hosted|organi[sz]e[sd]?|convene[sd]?|stage[sd]?|will (?:hold|host|welcome|stage|convene|organi[sz]e)|(?:is|are|was|were) (?:to|set to|due to|scheduled to|expected to) (?:hold|host|welcome|stage)|to (?:play host to|host|hold|stage|welcome)|play(?:s|ed) host to|(?:is|are|was|were) (?:hosting|holding|staging|welcoming)|(?:gather(?:s|ed|ing)?|met|assembled?|came together|come together|flocked)(?: [^.;,]{0,40}?)? for|welcome[sd]|mark(?:s|ed)|celebrate[sd]?|commemorate[sd]?|chair(?:s|ed)|presid(?:es|ed) over|moderate[sd]|put (?:together|on)|puts (?:together|on)|(?:met|sat|gathered|came together) (?:at|in)|(?:will|shall|to|are to) (?:meet|gather|come together|assemble|convene)(?: [^.;,]{0,40}?)? for)(?! by)',
  },
  {
    deed: 'open',
    thing: 'before',
    phase: 'open',
    verb: '(?:opens|opened|kicks off|kicked off|begins|began|starts|started|commences|commenced|raised? (?:its|the) curtain|(?:got|gets|was|is) off to a \\w+ start|(?:threw|throws|flung) open its doors|opens its doors|opened its doors|lifted off|(?:gets|got) under ?way|took off|convenes|kicking off)(?! (?:up|new|paths|for applications?|(?:the|a|an|its|their|online|global)\\b|regist|applica|nominat|entries|submi|sign|call|recruit|accept))',
  },
  {
    deed: 'open',
    thing: 'after',
    phase: 'open',
    verb: '(?:grand |official )?opening (?:ceremony )?(?:of|at)(?= the| \\d| "|  ?[A-Z])|(?:opens|opened|opening|inaugurating|begins|began|starts|started) (?:the|a|an|its)|curtains? (?:went up|goes up|rose|rises|lifted|opened) on|rais(?:es|ed) the curtain on|(?:start|beginning|kick-?off|launch|first day|day one|opening day|eve of the opening) of(?= (?:the|this year|China)\\b)|kick(?:s|ed) off(?= (?:the|its|this|a|an)\\b)|declared (?:the )?(?:[\\w ]{0,12} )?open',
  },
  {
    deed: 'close',
    thing: 'before',
    phase: 'close',
    verb: `(?:${AUX}?(?:closes|closed|concludes|concluded|ends|ended|wraps up|wrapped up|wound (?:up|down)|finishes|finished)|c[oa]mes? to (?:an end|its end|its close|a close|a successful (?:end|close|conclusion))|dr(?:aws|ew) to (?:a|an|its) (?:successful )?(?:close|end|conclusion)|will (?:close|conclude|end|wrap up)|(?:scheduled|set|due|expected|slated) to (?:close|conclude|end|wrap up))`,
  },
  {
    deed: 'close',
    thing: 'after',
    phase: 'close',
    verb: 'closing (?:ceremony )?of(?= the| \\d| "|  ?[A-Z])|curtains? (?:fell|falls|came down|comes down|dropped) on|(?:brought|brings) (?:down )?the curtain (?:down )?on|(?:end|last day|final day|closing day|conclusion) of(?= the (?:\\w+ ){0,2}(?:World|summit|conference|forum))|declared closed|bade farewell to|wrap(?:s|ped) up(?= (?:the|its|this|a)\\b)',
  },
  {
    deed: 'greet',
    thing: 'after',
    phase: 'open',
    verb: '(?:(?:congratulatory (?:letter|message)|(?:letter|message) of congratulations?|(?:sends|sent|extends|extended) (?:his |her )?congratulations|video (?:address|speech|message)|keynote (?:address|speech)) (?:to|at|for) (?:the )?|congratulates (?:the )?)(?:opening (?:ceremony )?of )?|(?:attend(?:s|ed)|address(?:es|ed)|graced|presided over|(?:speech|address|message|remarks|speaks|spoke|speaking) (?:to|at|for)) (?:the )?(?:grand )?opening (?:ceremony )?(?:of|for) ',
  },
  {
    deed: 'release',
    thing: 'before',
    phase: 'result',
    verb: `${AUX}(?:jointly |officially )?(?:released|published|issued|unveiled|announced|adopted|presented|made public) by|${AUX}?(?:jointly |officially )?(?:released|published|issued|unveiled|announced|adopted|launched|presented|made public)(?! (?:by|that|a|the (?!same day|day))\\b)|will be (?:released|published|issued|unveiled|announced|adopted|launched|presented)|comes out|came out|(?:saw|sees) the light of day|(?:was|were|is|are) (?:also )?(?:made available|put out|handed out|circulated|distributed)|(?:released|published|issued|unveiled|launched)(?=$| (?:at|in|on|during|ahead)\\b)|appeared|made (?:its|their) (?:debut|first appearance)|debuted`,
  },
  {
    deed: 'release',
    thing: 'after',
    phase: 'result',
    verb: '(?:(?:release|unveiling|publication) of|releases?|released|publish(?:es|ed)?|issue[sd]?|unveil(?:s|ed)?|announce[sd]?|adopt(?:s|ed)?|presents|presented|puts? (?:forward|out)|brings? out|brought out|rolls? out|rolled out|made public|makes public|endorse[sd]?|presented|used [^.,;]{3,40} to (?:publish|release|issue|unveil|launch|present)|shared|delivered|circulated|hand(?:s|ed) out|ma(?:de|kes|ke) public|selected and unveiled|release of|unveiling of|publication of|distributed|launch(?:es|ed))(?! that)',
  },
  {
    deed: 'give',
    thing: 'before',
    phase: 'result',
    verb: `(?:${AUX}(?:given|presented|awarded|conferred|handed out|bestowed|granted)|goes to|went to|honou?rs|honou?red|winners|ceremony|won by|(?:gives|gave|hands|handed|presents|presented|distributes|distributed) (?:out )?(?:its |the |their )?(?:[a-z]+ )?(?:prizes|awards|trophies|certificates))`,
  },
  {
    deed: 'give',
    thing: 'after',
    phase: 'result',
    verb: '(?:receives?|received|wins?|won|confers?|conferred|awarded|presented with|honou?red with|recipients? of|winners? of|(?:was|were|is|are|been) (?:given|handed)|bagged|claimed|picks? up|picked up|takes? home|took home|walk(?:s|ed) away with|carried off|collect(?:s|ed)|grants?|granted|gave out|handed out)',
  },
  {
    deed: 'launch',
    thing: 'before',
    phase: 'open',
    verb: `${AUX}?(?:officially |formally )?(?:launched|unveiled|initiated|started|kicked off|kicks off|rolled out|set up)|will be (?:launched|unveiled|initiated|started|set up)|launches|(?:went|goes) live|(?:got|gets) under ?way|(?:was|were) (?:brought to life|rolled out)`,
  },
  {
    deed: 'launch',
    thing: 'after',
    phase: 'open',
    verb: '(?:launch(?:es|ed|ing)?|initiate[sd]?|starts|started|unveil(?:s|ed)?|introduce[sd]?|roll(?:s|ed) out|kick(?:s|ed) off)(?: (?:and release))?(?: of)?',
  },
  {
    deed: 'establish',
    thing: 'before',
    phase: 'open',
    verb: `(?:${AUX}(?:officially |formally )?(?:established|founded|set up|created|formed|inaugurated)|will be (?:established|founded|set up|created|formed|inaugurated)|(?:came|comes) into being|was born(?= (?:here|in|on|at)\\b)|its (?:establishment|founding|inauguration|formation)(?! (?:assembly|meeting|conference|members?|fathers?|date))|${AUX}?(?:upgraded|transformed|turned|converted) (?:to|into) an? [^.,]{0,24}organi[sz]ation|bec(?:ame|omes|oming) an? (?:[\\w-]+ ){0,2}organi[sz]ation)`,
  },
  {
    deed: 'establish',
    thing: 'after',
    phase: 'open',
    verb: '(?:establish(?:es|ed)?|(?:establishment|founding|formation|creation|setting up) of|found(?:s|ed)|sets? up|create[sd]|form(?:s|ed)|inaugurat(?:es|ed|ion of)|newly formed)',
  },
  {
    deed: 'unveil',
    thing: 'before',
    phase: 'open',
    verb: `(?:${AUX}?(?:officially |formally )?(?:unveiled|inaugurated|opened|established|launched|set up)|opens|(?:beg(?:an|ins)|start(?:s|ed)) (?:work|operations?|operating)|(?:went|goes) into operation|open(?:s|ed) (?:for business|its doors)|welcom(?:es|ed) (?:its|their|the) first (?:visitors|guests)|will be (?:unveiled|inaugurated|opened|set up))(?! by)`,
  },
  {
    deed: 'unveil',
    thing: 'after',
    phase: 'open',
    verb: '(?:(?:unveiling|inauguration|opening) (?:ceremony )?(?:of|for)|(?:will|to) (?:officially |formally )?(?:open|unveil|inaugurate|set up|establish)(?= (?:its|an?|the|another)\\b)|unveil(?:s|ed)?|inaugurat(?:es|ed)|opens|opened|sets? up|establish(?:es|ed)?)',
  },
  {
    deed: 'apply',
    thing: 'before',
    phase: 'open',
    verb: '(?:(?:applications?|nominations?|submissions?|entries|registrations?|sign-?ups?)(?: (?:is|are|channel is|portal is))?(?: now)? (?:open(?:s|ed)?|invited|accepted|welcome|under way|kicks? off|begins?|starts?|closes?|ends?)|(?:is|are|now) (?:now )?open (?:for|to) (?:applications?|entries|registration|nominations?|submissions?)|open for applications?|(?:calls?|called|calling) for (?:applications?|applicants|entries|nominations?|submissions?|cases|participants?|papers)|registration (?:is )?(?:now )?open|application guide|guide to applying|how to apply|(?:accepting|receiving|taking) (?:online )?(?:applications?|registrations?|entries|submissions?|nominations?)|applications? go through)',
  },
  {
    deed: 'apply',
    thing: 'after',
    phase: 'open',
    verb: '(?:(?:online )?registration (?:for|of)|calls? for(?: the)?|apply (?:for|to)|applying for|application(?:s)? (?:guide )?for|applications? (?:open|invited|now open) for|nominations? for|sign(?:ing)? up for|register for|entries for|(?:submit|send in|hand in|enter) (?:[a-z]+ ){0,2}(?:entries|applications|nominations|cases|projects|proposals|works) (?:for|to)|(?:deadline|closing date) for(?: (?:applications|entries|nominations|submissions|registration)(?: (?:for|to))?)?|(?:invit(?:es?|ing)|seek(?:s|ing)?|accept(?:s|ing)?|opens?|opened|begins?|began|starts?|started) (?:online |global )?(?:applications?|nominations?|entries|submissions?|registrations?) for|(?:applications?|nominations?|submissions?|entries|registrations?|sign-?ups?) (?:(?:is|are|was|were|have|has|now|being|been|officially|formally) )*(?:open(?:s|ed)?|invited|accepted|sought|welcomed?|beg[ai]ns?|started|starts|under way) for)',
  },
  {
    deed: 'cancel',
    thing: 'before',
    phase: 'cancel',
    verb: `(?:${AUX}|will be )(?:cancell?ed|postponed|put off|called off|delayed)`,
  },
];
