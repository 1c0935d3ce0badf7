/** Does it at once, and while more calls come, once more every so often: for what many events ask for together. */
export function calmly(act: () => void, everyMs = 2000): () => void {
  let isWaiting = false;
  let isAsked = false;
  const call = () => {
    if (isWaiting) {
      isAsked = true;
      return;
    }
    isWaiting = true;
    act();
    setTimeout(() => {
      isWaiting = false;
      if (isAsked) {
        isAsked = false;
        call();
      }
    }, everyMs);
  };
  return call;
}
