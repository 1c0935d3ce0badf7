/** Words between a date or place and a verb that show that it belongs to the report, not to what is reported. */
export const REPORTING =
  /\b(?:announce[sd]?|said|says|told|revealed|according|briefing|press conference|news conference|briefed|disclosed|confirmed)\b|新闻发布会|发布会|宣布|获悉|介绍|消息|通报|透露|记者|指出|表示/i;
