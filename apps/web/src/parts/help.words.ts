import { book } from '../words/words.svelte.js';

interface Help {
  open: string;
  title: string;
  places: string;
  list: string;
  time: string;
  page: string;
  listKeys: [keys: string, does: string][];
  timeKeys: [keys: string, does: string][];
  pageKeys: [keys: string, does: string][];
}

/** What the keys do. */
export const helpWords = book<Help>({
  en: {
    open: 'Keys of this page',
    title: 'Keys',
    places: 'Go to',
    list: 'In the timeline',
    time: 'In time',
    page: 'Anywhere',
    listKeys: [
      ['j', 'Next announcement'],
      ['k', 'Announcement before'],
      ['Enter', 'Open it'],
      ['/', 'Search'],
      ['Esc', 'Leave the search'],
    ],
    timeKeys: [
      ['[', 'Summit before'],
      [']', 'Next summit'],
      ['p', 'Play, pause'],
      ['n', 'Back to now'],
      ['← →', 'A day, on the time machine'],
      ['PgUp PgDn', 'A month later, earlier'],
      ['Home End', 'First day, now'],
    ],
    pageKeys: [
      ['t', 'Dark or light'],
      ['l', 'English or Chinese'],
      ['?', 'This list'],
    ],
  },
  zh: {
    open: '本页快捷键',
    title: '快捷键',
    places: '前往',
    list: '时间线内',
    time: '时间',
    page: '任意位置',
    listKeys: [
      ['j', '下一条公告'],
      ['k', '上一条公告'],
      ['Enter', '打开'],
      ['/', '搜索'],
      ['Esc', '离开搜索'],
    ],
    timeKeys: [
      ['[', '上一届峰会'],
      [']', '下一届峰会'],
      ['p', '播放、暂停'],
      ['n', '回到现在'],
      ['← →', '前后一天（时间机器上）'],
      ['PgUp PgDn', '后一月、前一月'],
      ['Home End', '最早一天、现在'],
    ],
    pageKeys: [
      ['t', '深色或浅色'],
      ['l', '英文或中文'],
      ['?', '本列表'],
    ],
  },
});
