import type { Kind, Phase } from '#domain';

/** A kind that is told by a verb and who does it rather than by a thing. */
export interface RelationCue {
  kind: Kind;
  name: string;
  phase: Phase | null;
  verb: { en: RegExp; zh: RegExp };
  /** Who or what must be there: someone of the institution before the verb, or its name in the sentence. */
  needs: 'actor' | 'institution';
  /** The kind of thing that must be named too, and that it is told of. */
  thing?: Kind;
}

/** Kinds told by a verb and who does it. */
export const RELATIONS: RelationCue[] = [
  {
    kind: 'exchange',
    name: 'meets',
    phase: 'result',
    needs: 'actor',
    verb: {
      en: /\b(?:met|meets|holds? talks|held talks|had (?:a meeting|talks)|received)(?: with| (?=[A-Z])| a delegation| the (?:visiting|president|ceo|minister|ambassador|secretary))|\b(?:sat|sits) down (?:for talks )?with|\b(?:exchanged views|conferred|spoke) with(?= [A-Z]| the (?:visiting|president|ceo|minister|ambassador))|\bwelcom(?:es|ed) a (?:group|team|delegation|party) (?:from|of|led)|\bhost(?:s|ed) a (?:[\w-]+ )?delegation (?:from|of|led)|\b(?:was|were) received by|\bpa(?:id|ys) (?:a|an|its|his|her) (?:[\w-]+ )?(?:visit|call) (?:to|on|at)|\b(?:call(?:s|ed)|dropped in) (?:on|at) (?:the )?(?=[A-Z]|headquarters)|\bvisit(?:s|ed) (?:the )?(?=[A-Z]|headquarters)|\bcame to (?:the )?(?:[A-Z]\w+ )?(?:headquarters|secretariat)/g,
      zh: /会见|会晤|拜会|拜访|到访|来访|一行(?:访问|到访)|(?:接待|迎来)了?(?=[^，。；]{2,24}(?:代表团|访问团|来访|到访|一行))|会谈(?!室)|座谈交流|交流座谈|访问(?=[^，。]{2,16}(?:公司|协会|总部|组织|机构|联盟|大学|企业))/g,
    },
  },
  {
    kind: 'call_for_entries',
    name: 'calls',
    phase: 'open',
    needs: 'institution',
    verb: {
      en: /\bcalls? for (?:[a-z]+ )?(?:papers|contributions|submissions|proposals|cases|case studies|nominations|nominees|candidates)|\binvites? (?:submissions?|papers|contributions|proposals)|\bsubmissions? (?:are|is) (?:now )?(?:open|invited)|\b(?:ask(?:s|ed|ing)|invit(?:es?|ed|ing)|solicit(?:s|ed|ing)|seek(?:s|ing)|collect(?:s|ing)|looking for)\b[^.;]{0,50}\b(?:stories|essays|suggestions|pictures|videos|photos|contributions|case studies|papers|designs|proposals|submissions|entries|nominations|practice cases)\b/gi,
      zh: /(?:征集|招募)(?<!共.{0,3}|累计.{0,3})(?=[^，。；]{0,16}(?:论文|案例|作品|稿件|成果|方案|故事|志愿者|意见|建议|创意|标识|口号|吉祥物))|征文|征稿|(?:招募|招聘)(?=[^，。；]{0,10}志愿者)|志愿者(?:招募|招聘|报名)(?!了)|(?:论文|案例|作品|稿件|方案|创意|标识|口号|吉祥物)(?:公开|全球|有奖)?征集(?=[^，。；]{0,14}(?:启动|开始|开启|公告|通知|截止))/g,
    },
  },
  {
    kind: 'award',
    name: 'names-the-best',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\b(?:name[sd]|recogni[sz]e[sd]|honou?r(?:s|ed)|select(?:s|ed)|pick(?:s|ed)|chose|chooses|list(?:s|ed)|crown(?:s|ed))\b (?:the |its |this year's )?(?:top |best |world's )?(?:\d+|[a-z]+teen|ten|twelve|twenty)\b[^.;,]{0,40}\b(?:technologies|achievements|breakthroughs|projects|innovations|products|cases|results)\b|\b(?:\d+|[a-z]+teen|ten|twelve|twenty|several|dozens of|(?:two|three|four|five) dozen)\b[^.;,]{0,50}\b(?:technologies|achievements|breakthroughs|projects|innovations|products|cases|results)\b(?: (?:chosen|selected|picked|drawn|culled)[^.;,]{0,40})?,? (?:(?:were|have been|was|got) (?:also |jointly |officially )?(?:honou?red|recogni[sz]ed|named|listed|released|unveiled|announced|crowned|awarded|singled out|commended)(?! (?:each|every|annually))|made the (?:list|cut)|(?:won|took|received|earned) (?:the )?(?:recognition|honou?rs|awards?|prizes))/gi,
      zh: /(?:评出|评选出|选出|遴选出|公布)[^，。；]{0,12}[项个][^，。；]{0,16}(?:成果|案例|项目|技术)|[项个][^，。；]{0,20}(?:成果|案例|项目)从[^。；]{2,24}(?:脱颖而出|中选)/g,
    },
  },
  {
    kind: 'competition_result',
    name: 'wins',
    phase: 'result',
    needs: 'institution',
    thing: 'competition_result',
    verb: {
      en: /\b(?:won|wins?|took|takes?|clinch(?:es|ed)|bag(?:s|ged)|scoop(?:s|ed)|claim(?:s|ed)|secure[sd]?|earn(?:s|ed)|walk(?:s|ed) away with|carried off|receive[sd]?)\b[^.;]{0,30}\b(?:prizes?|awards?|champion(?:ship)?|trophy|first place|gold|title)\b|\bcrowned\b/gi,
      zh: /(?:夺得|摘得|斩获|荣获|获得|捧得|获|夺)[^，。；]{0,20}(?:特等奖|一等奖|二等奖|三等奖|大奖|冠军|金奖)/g,
    },
  },
  {
    kind: 'other',
    name: 'accredits',
    phase: 'open',
    needs: 'institution',
    verb: {
      en: /\b(?:media|press|journalist) (?:registration|accreditation)\b|\bapply for (?:media )?(?:accreditation|press (?:cards|badges|passes))\b/gi,
      zh: /(?:媒体|记者|采访)(?:注册|报名)/g,
    },
  },
  {
    kind: 'member_activity',
    name: 'members-visit',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\bmembers?(?:'| representatives?| delegates?| units?| organi[sz]ations?| enterprises?)?\b[^.;]{0,50}\b(?:tour(?:s|ed)|visit(?:s|ed)|paid a visit|inspected)\b/gi,
      zh: /会员(?:代表|单位|企业|机构){0,2}(?:一行|们)?(?:走进|走访|参访|参观|考察|赴|访问)/g,
    },
  },
  {
    kind: 'partnership',
    name: 'signs',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\b(?:sign(?:s|ed)?|inks?|inked|puts? (?:their|its) names? to|initialled|signing of|conclude[sd]?|enter(?:s|ed) into|reach(?:es|ed))\b[^.;]{0,60}?(?:memorand(?:um|a)(?: of understanding)?|MoUs?|(?:cooperation|partnership|strategic|framework) (?:agreement|pact|framework)s?|letters? of intent|agreement|(?:cooperation|partnership|framework) (?:deal|accord|document)s?)|\bsign(?:s|ed) up\b[^.;]{3,60}\bas (?:a|an|its)\b[^.;,]{0,30}\bpartners?|\b(?:forge[sd]?|form(?:s|ed)|buil(?:ds|t)|strikes?|struck|establish(?:es|ed)) (?:up )?(?:a|an|its) (?:[a-z]+ ){0,2}partnership|\b(?:partner(?:s|ed|ing)|team(?:s|ed|ing) up|join(?:s|ed|ing) (?:forces|hands)) with\b|\bagree(?:s|d)?\b[^.;,]{0,20} to (?:cooperate|collaborate|work together|join forces|team up|set up a (?:joint|partnership))\b|\benter(?:s|ed) (?:into )?(?:a )?(?:[a-z]+ )?partnership\b|\b(?:agreements?|memorand(?:um|a)|MoUs?|deals?|contracts?|projects?)\b[^.;]{0,40}\b(?:was|were|been) (?:signed|inked)\b/gi,
      zh: /(?:签署|签订|签下|续签|达成)[^，。；]{0,40}?(?:备忘录|协议|意向书|合作意向)|签约|建立(?:战略|全面)?合作(?:伙伴)?关系|结为[^，。；]{0,10}伙伴/g,
    },
  },
  {
    kind: 'appointment',
    name: 'appoints',
    phase: 'result',
    needs: 'institution',
    verb: {
      en: /\b(?:(?:was|were|is|are|has been|have been|been)? ?(?:re-?elected|appointed|elected|named|chosen|selected|nominated)(?= (?:as|for|to|the|co-|chair|vice|new|president|secretary|a member|by))|(?:were|was|have been|has been) (?:selected|chosen)\b(?=[.,]| from)|made (?:it to )?the (?:selected |final |short)?list|becomes?(?= (?:co-?chair|chair|president|member|secretary))|(?:will )?(?:serve|take office) as|takes over as|(?:elect(?:s|ed)|appoint(?:s|ed)|name[sd]|cho(?:se|oses))(?= (?:a|an|its|two|three|four|five|new|\d+)\b)|(?:announce[sd]?|unveil(?:s|ed)|publish(?:es|ed)|release[sd]?|reveal(?:s|ed)) (?:the )?(?:list|names) of|joins .{3,60} as|(?:was |were |has been |have been )?voted in as|t(?:ook|akes) (?:up the post|over|office|the helm|the chair)\b|succeed(?:s|ed)\b(?=[^.;]{3,60}\bas\b)|(?:elect|appoint|name|choos)(?:s|es|ed|d)?(?= (?:the|their) (?:first|new|next)\b)|(?:re-?elect|elect|appoint|name)(?:s|ed|d)?(?= [A-Z][^.;]{3,100}\bas (?:an? |the |its |their )?(?:new |first |honorary |executive |deputy |vice[- ]?)*(?:co-?chair|chair|president|secretary|member|director|head|leader|envoy|adviser|advisor))|(?:agree[sd]|invited|asked|set|chosen|named|tapped|picked) to (?:co-)?(?:chair|lead|head|serve)|(?:will|to) co-?chair\b|step(?:s|ped) (?:in|up) as|(?:were|was|are|have been|has been|being) (?:selected|chosen|picked|named)(?= (?:for|as|by|into|among)))/gi,
      zh: /当选|获任|受聘|聘任|聘为|任命|出任|续任|连任|换届|接任|(?:受邀|应邀|获邀|将)担任|选举(?:产生|出)|推选|增补[^，。]{0,12}(?:理事|委员)|入选(?=[^，。；]{0,16}(?:青年|领军))|入选名单|(?:评|遴|推)选出(?=[^，。；]{0,24}(?:青年|领军者|委员|专家))|(?:公布|揭晓)[^，。；]{0,24}名单|名单(?:[^，。；]{0,8})?(?:公布|揭晓|出炉)(?<=(?:领军者|委员|理事|专家|青年)[^，。]{0,18})/g,
    },
  },
  {
    kind: 'reaction',
    name: 'criticises',
    phase: null,
    needs: 'institution',
    verb: {
      en: /\b(?:boycott(?:s|ed|ing)?|critici[sz](?:e[sd]?|ing|ed by)|criticism|condemn(?:s|ed)?|denounce[sd]?|slam(?:s|med)?|protest(?:s|ed)?|(?:denied|denies|refused|barred|blocked) (?:entry|access|from|accreditation|visas?)|reason for alarm|raise[sd]? (?:concern|alarm)|warn(?:s|ed) (?:that|of|against)|(?:urge[sd]?|urging|call(?:s|ed|ing) on|ask(?:s|ed)) (?:tech|foreign|western|global|companies|participants|firms|businesses|executives|apple|google|attendees|guests)|(?:feels?|fears?) '?"?chill|skeptic\w*|stay(?:s|ed|ing)? away|(?:stay|steer|keep) (?:clear|away)|turned away|(?:not|n't) (?:allowed|admitted|permitted|let) (?:in|into|inside|to (?:attend|enter|cover))|shun(?:s|ned|ning)?|(?:renew|repeat|issue)(?:s|ed)? (?:its|their|a) (?:call|appeal|warning)|(?:open|protest) letter|appeal(?:s|ed) (?:to|for)|not to (?:attend|take part|go)|snub(?:s|bed)?|pull(?:s|ed) out|question(?:s|ed)? (?:the|china|whether)|accuse[sd]?)\b/gi,
      zh: /抵制|批评|谴责|抗议|拒绝(?:入场|采访|进入|出席|参加)|质疑|呼吁[^，。]{0,20}(?:不要|拒绝|缺席)|担忧|缺席/g,
    },
  },
];
