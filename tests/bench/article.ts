/** Paragraphs of `article()`. */
export const PARAGRAPHS = 88;

/** An article of 5,000 words: lead-ins with passages set off, quotations in running text, names, links, comments. */
export function article(times = 1): string {
  const people = ['Mara Lind', 'Jonas Verhoek', 'Ines Calder', 'Tobias Rand'];
  const paragraphs = Array.from({ length: PARAGRAPHS * times }, (_, i) => {
    const person = people[i % people.length];
    if (i % 10 === 9) {
      return `<p>The <a href="https://gazette.example/harbour/${i}">Harbour Gazette</a> reported on day ${i}:</p>
        <blockquote><p>The board has counted the boats again this spring and found ${i} more than a year ago, most of them small, and it
        expects that the new pier will be full before the summer, whatever the weather brings to the coast in those weeks.</p></blockquote>`;
    }
    return `<p>On day ${i} the harbour board met in the old customs house. “We have heard from ${i} families that the water was never so
      quiet,” said ${person}, who has kept the lighthouse for years. “Nobody wants to give that up for a road.” According to the report,
      the seals come back each evening to the same stones.</p>`;
  });
  return `<!doctype html><html lang="en"><title>The harbour</title><body><article><h1>The harbour</h1>${paragraphs.join('\n')}</article>`;
}
