/** A set of whole numbers above zero at 16 to 32 bytes each, and nothing in it for the garbage collector to look at. */
export interface NumberSet {
  /** @returns whether it is new */
  add(number: number): boolean;
}

const empty = 0;

export function createNumberSet(): NumberSet {
  let places = new Float64Array(1_024);
  let size = 0;

  /** Where it is, or where it belongs. */
  function placeOf(number: number): number {
    let place = number % places.length;
    while (places[place] !== empty && places[place] !== number) place = (place + 1) % places.length;
    return place;
  }

  function grow(): void {
    const before = places;
    places = new Float64Array(2 * before.length);
    for (const number of before) if (number !== empty) places[placeOf(number)] = number;
  }

  return {
    add(number) {
      const place = placeOf(number);
      if (places[place] === number) return false;
      places[place] = number;
      size++;
      if (2 * size > places.length) grow();
      return true;
    },
  };
}
