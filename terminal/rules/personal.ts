// Node prints objects through this registered symbol; naming it here keeps the rules free of Node.
const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * A value that identifies a person. It prints, logs and serialises as `<redacted>`; the one way to read it is
 * `reveal()`, so that every place that does can be found by searching for that word.
 */
export class Personal<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  static reveal<T>(personal: Personal<T>): T {
    return personal.#value;
  }

  toString(): string {
    return '<redacted>';
  }

  toJSON(): string {
    return '<redacted>';
  }

  [inspect](): string {
    return '<redacted>';
  }
}

export const personal = <T>(value: T): Personal<T> => new Personal(value);
export const reveal = Personal.reveal;
