interface Waiting<Ask, Answer> {
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * What is asked one by one is answered together: everything asked in one turn of the event loop, or while rounds
 * are under way, shares the next round. `answerAll` answers in the order of the asks; when it rejects, all of that
 * round do. At most `most` asks make a round, and `atOnce` rounds are under way.
 */
export class Gathered<Ask, Answer> {
  private waiting: Waiting<Ask, Answer>[] = [];
  private running = 0;

  constructor(
    private readonly answerAll: (asks: Ask[]) => Promise<Answer[]>,
    private readonly most = 500,
    private readonly atOnce = 1,
  ) {}

  ask(ask: Ask): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ ask, resolve, reject });
      if (this.running >= this.atOnce) return;
      this.running += 1;
      setImmediate(() => void this.run());
    });
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) {
      const round = this.waiting.splice(0, this.most);
      try {
        const answers = await this.answerAll(round.map(({ ask }) => ask));
        round.forEach(({ resolve }, index) => resolve(answers[index] as Answer));
      } catch (error) {
        for (const { reject } of round) reject(error);
      }
      await new Promise((resolve) => setImmediate(resolve)); // who was answered may ask again
    }
    this.running -= 1;
  }
}
