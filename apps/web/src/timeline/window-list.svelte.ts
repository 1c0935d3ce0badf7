import {
  observeWindowOffset,
  observeWindowRect,
  Virtualizer,
  windowScroll,
  type VirtualItem,
} from '@tanstack/svelte-virtual';
import { untrack } from 'svelte';

export interface ListShape {
  count: number;
  keyOf: (index: number) => string;
  /** How far below the top of the page the list begins. */
  margin: number;
}

/** What does not change with the list. */
const FIXED = {
  getScrollElement: () => window,
  observeElementRect: observeWindowRect,
  observeElementOffset: observeWindowOffset,
  scrollToFn: windowScroll,
  initialOffset: () => scrollY,
  estimateSize: () => 70,
  overscan: 6,
};

/** The rows of a long list that are in sight of the window. To be made while a component is made. */
export function windowList(shape: () => ListShape, kept: VirtualItem[]) {
  let turn = $state(0);
  const fixed = { ...FIXED, initialMeasurementsCache: kept, onChange: () => (turn += 1) };
  const list = new Virtualizer<Window, HTMLElement>({ ...fixed, count: 0 });
  $effect(() => list._didMount());
  $effect.pre(() => {
    const { count, keyOf, margin } = shape();
    untrack(() => {
      // what comes above the line one reads must not move it; at the top, what is new is what one wants to see
      const anchorTo = scrollY > margin ? 'end' : 'start';
      const sized = { scrollMargin: margin, anchorTo, followOnAppend: false } as const;
      list.setOptions({ ...fixed, ...sized, count, getItemKey: keyOf });
      turn += 1;
    });
  });
  $effect(() => {
    void turn;
    list._willUpdate();
  });
  return {
    get items() {
      void turn;
      return list.getVirtualItems();
    },
    get height() {
      void turn;
      return list.getTotalSize();
    },
    /** The measurements, for the next time. */
    get measured() {
      return list.measurementsCache;
    },
    measure: (node: HTMLElement) => list.measureElement(node),
    scrollTo: (index: number) => list.scrollToIndex(index, { align: 'auto' }),
  };
}
