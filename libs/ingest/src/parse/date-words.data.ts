/** Months as feeds write them beside English, by their first letters: lower case, without accents. */
export const MONTH_WORDS: readonly string[] = [
  'jan januar januari janvier enero ene gennaio gen janeiro janv ιαν январ янв stycz sty ledna ocak',
  'feb februar februari fevrier fev febrero febbraio fevereiro φεβ феврал фев lut unora subat',
  'mar marz maerz mars maart marzo marco μαρ март мар marc marcius brezna mart',
  'apr avril avr abril abr aprile april απρ апрел апр kwi aprilis dubna nisan',
  'may mai mei mayo maggio mag maio μαι μαϊ мая май maj majus kvetna mayis',
  'jun juni juin junio giugno giu junho ιουν июн cze junius cervna haziran',
  'jul juli juillet juil julio luglio lug julho ιουλ июл lip julius cervence temmuz',
  'aug august augustus aout agosto ago αυγ август авг sie augusztus srpna agustos',
  'sep sept september septembre septiembre settembre set setembro σεπ сентяб сен wrz szeptember zari eylul',
  'oct okt oktober octobre octubre ottobre ott outubro out οκτ октяб окт paz rijna ekim',
  'nov november novembre noviembre novembro νοε νοεμ нояб ноя lis listopadu kasim',
  'dec dez dezember decembre diciembre dic dicembre dezembro δεκ декаб дек gru prosince aralik',
];

/** Minutes of the half day that a word stands for, in Chinese, Japanese and Korean. */
export const HALF_DAYS: Readonly<Record<string, 'am' | 'pm'>> = {
  上午: 'am', 早上: 'am', 早晨: 'am', 凌晨: 'am', 清晨: 'am', 午前: 'am', 오전: 'am',
  下午: 'pm', 晚上: 'pm', 晚间: 'pm', 傍晚: 'pm', 中午: 'pm', 午后: 'pm', 午後: 'pm', 오후: 'pm',
}; // prettier-ignore
