/** The sixteen competences and the levels, as the server gives them, with look-ups. */
import { api } from './api.js';
import { inLanguage } from './i18n.js';

let loading;

export function framework() {
  loading ??= api.framework().then(
    (data) => new Framework(data),
    (error) => { loading = undefined; throw error; },
  );
  return loading;
}

class Framework {
  constructor({ areas, levels }) {
    this.areas = areas.map((area) => ({
      code: String(area.code),
      name: inLanguage(area.name),
      competences: area.competences.map((c) => ({ code: c.code, name: inLanguage(c.name) })),
    }));
    this.levels = levels.map((l) => ({ ...l, name: inLanguage(l.name) }));
    this.names = new Map(this.areas.flatMap((area) => area.competences.map((c) => [c.code, c.name])));
  }

  competence(code) {
    return this.names.get(code) ?? code;
  }

  /** "Indépendant" for 3 and 4; undefined below level 1. */
  levelName(level) {
    return this.levels.find((l) => l.level === level)?.name;
  }

  /** The global level so many pix make, 0 where it is none. */
  globalLevelOf(pix) {
    return this.levels.filter((l) => l.minPix <= pix).length;
  }

  /** What comes after a global level: {level, name, minPix}, or undefined at the top. */
  next(level) {
    return this.levels.find((l) => l.level === level + 1);
  }
}
