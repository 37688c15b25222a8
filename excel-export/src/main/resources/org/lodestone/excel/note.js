/* Draws the plots of a note. Words and numbers come written from the note; nothing is worked out here but places. */
(() => {
  "use strict";
  const drawn = JSON.parse(document.getElementById("drawn").textContent);
  const screenIsDark = matchMedia("(prefers-color-scheme: dark)");
  const SIZE = 13, GAP = 7, PAPER = 656;
  let printing = false;
  const upright = () => (printing ? 205 : 250);
  const LINE = SIZE + 3;
  const eachLying = lines => Math.max(printing ? 23 : 30, lines * LINE + GAP);

  const shade = pair => pair[screenIsDark.matches && !printing ? 1 : 0];
  const font = (strong, ratio) => (strong ? "bold " : "") + SIZE * ratio + "px " + drawn.font;
  const ruler = document.createElement("canvas").getContext("2d");
  const widthOf = words => {
    ruler.font = font(true, 1);
    return Math.ceil(ruler.measureText(words).width);
  };
  const widest = texts => texts.reduce((most, words) => Math.max(most, widthOf(words)), 0);

  const wrapped = (words, width) => {
    const lines = [];
    for (const word of words.split(" ")) {
      const last = lines.length - 1;
      if (last >= 0 && widthOf(lines[last] + " " + word) <= width) lines[last] += " " + word;
      else lines.push(word);
    }
    return lines.join("\n");
  };
  const linesIn = words => words.split("\n").length;

  /* How much further in a plot begins, so that a word of some length before the number of a bar stands within it. */
  const needed = (plot, length, extent, texts) => Math.max(0, ...texts.filter(text => text.side === "before").map(text => {
    const part = (text.number - plot.from) / (plot.to - plot.from);
    return (length(text.words) - part * extent) / (1 - part);
  }));

  /* How the names of categories stand in the width that there is. */
  const room = (plot, width) => {
    if (plot.scatter) {
      const numbers = widest(plot.ticks.map(tick => tick[1])), ends = plot.scatter.ticks.map(tick => tick[1]);
      const up = wrapped(plot.scatter.up, width), across = wrapped(plot.scatter.across, width - numbers);
      return { names: [], up, across, side: SIZE + 10 + linesIn(across) * LINE, before: 0, numbers: numbers + GAP, left: 0,
        right: widest(ends.slice(-1)) / 2 + GAP, aside: 0, top: linesIn(up) * LINE + GAP, height: 1.3 * upright() };
    }
    const numbers = widest(plot.ticks.map(tick => tick[1]));
    const beside = GAP + widest(plot.texts
      .filter(text => text.side === "beside" || (plot.lying && text.side === "beyond")).map(text => text.words));
    if (plot.lying) {
      const most = 0.42 * width;
      const names = plot.names.map(name => wrapped(name, most));
      const side = widest(names.flatMap(name => name.split("\n"))) + 2 * GAP;
      const before = needed(plot, words => widthOf(words) + GAP, width - side - beside, plot.texts);
      const each = eachLying(Math.max(...names.map(linesIn)));
      return { names, side, before, numbers: numbers ? SIZE + 10 : 0, left: 0, right: beside, aside: 0, top: 4,
        height: plot.names.length * each + 8 + (numbers ? SIZE + 10 : 0) };
    }
    /* A number over the last column may be wider than the column: names beside it stand further off. */
    const slot = (width - beside - numbers) / plot.names.length;
    const over = plot.slots ? widest(plot.texts
      .filter(text => text.side === "beyond" && text.at > plot.names.length - 1.5).map(text => text.words)) : 0;
    const aside = beside > GAP ? Math.max(0, (over - slot) / 2) : 0;
    const longest = widest(plot.slots ? plot.names.flatMap(name => name.split(" ")) : plot.names) + 8;
    const every = Math.max(1, Math.ceil(longest / slot));
    const names = plot.names.map((name, i) => (i % every ? "" : wrapped(name, every * slot)));
    const side = Math.max(...names.map(linesIn)) * LINE + 8;
    const height = upright(), top = SIZE + 8;
    const left = numbers ? 0 : Math.max(4, (widest(names[0].split("\n")) - (plot.slots ? slot : 0)) / 2);
    return { names, side, before: needed(plot, () => SIZE + 6, height - side - top, plot.texts), numbers: numbers + GAP, left,
      right: beside + aside, aside, top, height };
  };

  const place = (u, plot, bar) => {
    const from = u.valToPos(plot.logarithmic ? Math.max(bar.from, plot.from) : bar.from, "y", true);
    const to = u.valToPos(bar.to, "y", true);
    const one = u.valToPos(bar.at - bar.width / 2, "x", true);
    const other = u.valToPos(bar.at + bar.width / 2, "x", true);
    return plot.lying
      ? [Math.min(from, to), Math.min(one, other), Math.abs(to - from), Math.abs(other - one)]
      : [Math.min(one, other), Math.min(from, to), Math.abs(other - one), Math.abs(to - from)];
  };

  const bars = (u, plot) => {
    const { ctx } = u, ratio = devicePixelRatio;
    const base = Math.max(plot.from, Math.min(0, plot.to));
    ctx.save();
    for (const bar of plot.bars) {
      const box = place(u, plot, bar);
      if (bar.look === "hatched") hatch(ctx, box, shade(bar.colour), ratio);
      else {
        ctx.fillStyle = shade(bar.colour);
        ctx.fillRect(...box);
      }
      if (bar.look !== "plain") {
        ctx.strokeStyle = bar.look === "outlined" ? shade(drawn.primary) : shade(bar.colour);
        ctx.lineWidth = ratio;
        ctx.setLineDash([3 * ratio, 2 * ratio]);
        ctx.strokeRect(...box);
        ctx.setLineDash([]);
      }
    }
    if (plot.slots || plot.from >= 0) rule(u, plot, plot.logarithmic ? plot.from : base, drawn.ink, 1, []);
    for (const line of plot.lines) if (line.across) rule(u, plot, line.numbers[0], line.colour, line.width, line.dashes);
    ctx.restore();
  };

  const hatch = (ctx, [x, y, width, height], colour, ratio) => {
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, width, height);
    ctx.clip();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 0.7 * ratio;
    ctx.beginPath();
    for (let at = x - height; at < x + width; at += 6 * ratio) {
      ctx.moveTo(at, y + height);
      ctx.lineTo(at + height, y);
    }
    ctx.stroke();
    ctx.restore();
  };

  const rule = (u, plot, number, colour, width, dashes) => {
    const { ctx, bbox } = u, at = u.valToPos(number, "y", true);
    ctx.strokeStyle = shade(colour);
    ctx.lineWidth = width * devicePixelRatio;
    ctx.setLineDash(dashes.map(dash => dash * width * devicePixelRatio));
    ctx.beginPath();
    if (plot.lying) {
      ctx.moveTo(at, bbox.top);
      ctx.lineTo(at, bbox.top + bbox.height);
    } else {
      ctx.moveTo(bbox.left, at);
      ctx.lineTo(bbox.left + bbox.width, at);
    }
    ctx.stroke();
    ctx.setLineDash([]);
  };

  const at = (u, [across, up]) => [u.valToPos(across, "x", true), u.valToPos(up, "y", true)];

  /* Points in turn: others, levels as lines, and those with names, the first over all. */
  const points = (u, plot, space) => {
    const { ctx, bbox } = u, ratio = devicePixelRatio, { scatter } = plot;
    const dot = (point, radius, colour) => {
      ctx.fillStyle = shade(colour);
      ctx.beginPath();
      ctx.arc(...at(u, point), radius * ratio, 0, 2 * Math.PI);
      ctx.fill();
    };
    ctx.save();
    ctx.globalAlpha = 0.5;
    scatter.others.forEach(point => dot(point, 2, scatter.faint));
    ctx.globalAlpha = 1;
    ctx.strokeStyle = shade(scatter.level);
    ctx.lineWidth = ratio;
    ctx.setLineDash([4 * ratio, 3 * ratio]);
    for (const [from, to] of scatter.levels) {
      ctx.beginPath();
      ctx.moveTo(...at(u, from));
      ctx.lineTo(...at(u, to));
      ctx.stroke();
    }
    ctx.setLineDash([]);
    const sides = sidesOf(u, plot);
    for (let i = scatter.points.length - 1; i >= 0; i--) dot(scatter.points[i], 3.5, sides[i] ? scatter.dark : scatter.plain);
    ctx.font = font(true, ratio);
    ctx.fillStyle = shade(drawn.ink);
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    sides.forEach((box, i) => { if (box) ctx.fillText(plot.names[i], box.left, (box.top + box.bottom) / 2); });
    ctx.font = font(false, ratio);
    ctx.fillStyle = shade(drawn.grey);
    space.up.split("\n").forEach((line, i) => ctx.fillText(line, 0, (i + 0.5) * LINE * ratio));
    ctx.textAlign = "center";
    const below = bbox.top + bbox.height + (SIZE + 10) * ratio;
    space.across.split("\n").forEach((line, i) =>
      ctx.fillText(line, bbox.left + bbox.width / 2, below + (i + 0.5) * LINE * ratio));
    ctx.restore();
  };

  const SIDES = [[0, 0], [-1, 0], [-0.5, -1], [-0.5, 1], [0, -0.7], [0, 0.7], [-1, -0.7], [-1, 0.7],
    [0, -1.4], [0, 1.4], [-1, -1.4], [-1, 1.4]];

  /* Where the names of the first points stand: none on another name or point, nor near to one that has a name too. */
  const sidesOf = (u, plot) => {
    const { bbox } = u, ratio = devicePixelRatio, { scatter } = plot, taken = [];
    const reach = (point, by) => {
      const [x, y] = at(u, point);
      return { left: x - by, right: x + by, top: y - by, bottom: y + by };
    };
    const lines = scatter.levels.map(([from, to]) => {
      const [left, bottom] = at(u, from), [right, top] = at(u, to);
      return { left, right: right + 1, top, bottom: bottom + 1 };
    });
    return scatter.points.map((point, i) => {
      if (i >= scatter.named) return null;
      const [x, y] = at(u, point), wide = widthOf(plot.names[i]) * ratio;
      const others = scatter.points.flatMap((other, j) => (j === i ? [] : [reach(other, (j < scatter.named ? 8 : 3.5) * ratio)]));
      const free = SIDES.map(([across, down]) => {
        const left = x + across * wide + GAP * ratio * Math.sign(across + 0.5), middle = y + down * LINE * ratio;
        return { left, right: left + wide, top: middle - 0.4 * LINE * ratio, bottom: middle + 0.4 * LINE * ratio };
      }).filter(box => box.left >= bbox.left && box.right <= bbox.left + bbox.width && box.top >= bbox.top
        && box.bottom <= bbox.top + bbox.height && ![...taken, ...others].some(other => cross(box, other)));
      const best = free.find(box => !lines.some(line => cross(box, line))) || free[0];
      if (best) taken.push(best);
      return best;
    });
  };

  /* The point next to the cursor. */
  const nearest = (u, plot) => {
    const far = plot.scatter.points.map(([across, up]) =>
      Math.hypot(u.valToPos(across, "x") - u.cursor.left, u.valToPos(up, "y") - u.cursor.top));
    return far.indexOf(Math.min(...far));
  };

  /* The names of bars that lie, each in the middle of its lines. */
  const named = (u, plot, space) => {
    const { ctx, bbox } = u, ratio = devicePixelRatio;
    ctx.font = font(false, ratio);
    ctx.fillStyle = shade(drawn.ink);
    ctx.textAlign = "right";
    ctx.textBaseline = "middle";
    space.names.forEach((name, i) => name.split("\n").forEach((line, at, lines) => ctx.fillText(line,
      bbox.left - (GAP + space.before) * ratio, u.valToPos(i, "x", true) + (at - (lines.length - 1) / 2) * LINE * ratio)));
  };

  const cross = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  /* The columns that a number must keep off: all but its own, and that as well where it is wider. */
  const others = (u, plot, text, width) => plot.bars
    .map(bar => [bar, place(u, plot, bar)])
    .filter(([bar, box]) => Math.abs(bar.at - text.at) > bar.width / 2 || (text.side === "inside" && width > box[2]))
    .map(([, [left, top, wide, high]]) => ({ left, top, right: left + wide, bottom: top + high }));

  /*
   * Names beside the plot come first, then numbers from the last one on: one that would stand on another, or on the column of
   * another, is left out.
   */
  const words = (u, plot, space) => {
    const { ctx } = u, ratio = devicePixelRatio, placed = [];
    ctx.save();
    if (plot.lying) named(u, plot, space);
    const inTurn = [...plot.texts].reverse();
    for (const text of [...inTurn.filter(one => one.side === "beside"), ...inTurn.filter(one => one.side !== "beside")]) {
      const category = u.valToPos(text.at, "x", true), number = u.valToPos(text.number, "y", true);
      const [x, y] = plot.lying ? [number, category] : [category, number];
      const sideways = plot.lying || text.side === "beside";
      const away = text.side === "before" || text.side === "inside" ? -1 : 1;
      ctx.font = font(text.strong, ratio);
      ctx.fillStyle = shade(text.colour);
      ctx.textAlign = sideways ? (away > 0 ? "left" : "right") : "center";
      ctx.textBaseline = sideways ? "middle" : away > 0 ? "bottom" : "top";
      const off = GAP + (text.side === "beside" ? space.aside : 0);
      const left = x + (sideways ? away * off * ratio : 0), base = y - (sideways ? 0 : away * 3 * ratio);
      const size = ctx.measureText(text.words);
      const box = { left: left - size.actualBoundingBoxLeft, right: left + size.actualBoundingBoxRight,
        top: base - size.actualBoundingBoxAscent, bottom: base + size.actualBoundingBoxDescent };
      const columns = sideways ? [] : others(u, plot, text, size.width);
      if ([...placed, ...columns].some(other => cross(box, other))) continue;
      placed.push(box);
      ctx.fillText(text.words, left, base);
    }
    ctx.restore();
  };

  const tell = (u, plot, tip) => {
    const at = plot.scatter && u.cursor.left >= 0 ? nearest(u, plot) : u.cursor.idx;
    if (at == null || at < 0 || u.cursor.left < 0) {
      tip.style.display = "none";
      return;
    }
    tip.replaceChildren(Object.assign(document.createElement("b"), { textContent: plot.names[at] }));
    for (const [name, texts] of plot.told) {
      if (!texts[at]) continue;
      const row = document.createElement("div");
      for (const textContent of [name, texts[at]]) row.append(Object.assign(document.createElement("span"), { textContent }));
      tip.append(row);
    }
    tip.style.display = "block";
    const left = u.over.offsetLeft + u.cursor.left, before = left > u.width / 2;
    tip.style.left = before ? "auto" : left + 14 + "px";
    tip.style.right = before ? u.root.parentElement.clientWidth - left + 14 + "px" : "auto";
    tip.style.top = u.over.offsetTop + Math.max(0, u.cursor.top - 20) + "px";
  };

  const draw = (plot, holder) => {
    if (plot.legend.length) {
      const legend = Object.assign(document.createElement("div"), { className: "legend" });
      for (const [name, colour] of plot.legend) {
        const key = document.createElement("i");
        key.style.background = shade(colour);
        const entry = document.createElement("span");
        entry.append(key, name);
        legend.append(entry);
      }
      holder.before(legend);
    }
    const tip = Object.assign(document.createElement("div"), { className: "tip" });
    const count = plot.names.length;
    let space = room(plot, holder.clientWidth);
    const { scatter } = plot;
    const series = [{}], bands = [], data = [scatter ? [scatter.from, scatter.to] : plot.names.map((name, i) => i)];
    for (const area of plot.areas) {
      bands.push({ series: [series.length, series.length + 1], fill: () => shade(area.colour) });
      for (const edge of [area.high, area.low]) {
        series.push({ stroke: "transparent", width: 0, points: { show: false } });
        data.push(edge);
      }
    }
    for (const line of plot.lines) {
      if (line.across) continue;
      series.push({ stroke: () => shade(line.colour), width: line.width,
        dash: line.dashes.map(dash => dash * line.width), points: { show: false } });
      data.push(line.numbers);
    }
    if (series.length === 1) {
      series.push({ show: true, paths: () => null, points: { show: false } });
      data.push(data[0].map(() => null));
    }
    const letters = font(false, 1);
    let chosen = -1;
    const ofPoints = (side, axis, size) => ({ side, splits: () => axis.ticks.map(tick => tick[0]),
      values: () => axis.ticks.map(tick => tick[1]), size, gap: GAP, font: letters, stroke: () => shade(drawn.grey),
      grid: { stroke: () => shade(drawn.hairline), width: 1 },
      ticks: { show: false }, border: { show: false } });
    const u = new uPlot({
      width: holder.clientWidth,
      height: space.height,
      padding: [() => space.top, () => space.right, plot.lying && !plot.ticks.length ? 4 : 0, () => space.left],
      legend: { show: false },
      cursor: { x: !plot.lying, y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
      scales: {
        x: { time: false, ori: plot.lying ? 1 : 0, dir: plot.lying ? -1 : 1, distr: scatter && scatter.logarithmic ? 3 : 1,
          range: scatter ? [scatter.from, scatter.to] : plot.slots ? [-0.5, count - 0.5] : [0, count - 1] },
        y: { ori: plot.lying ? 0 : 1, dir: 1, distr: plot.logarithmic ? 3 : 1, range: [plot.from, plot.to] },
      },
      axes: [
        scatter ? ofPoints(2, scatter, () => space.side)
          : { side: plot.lying ? 3 : 2, splits: () => data[0], size: () => space.side + space.before, gap: GAP + space.before,
          font: letters, values: () => (plot.lying ? space.names.map(() => "") : space.names),
          stroke: () => shade(drawn.grey), grid: { show: false }, ticks: { show: false }, border: { show: false } },
        scatter ? ofPoints(3, plot, () => space.numbers)
          : { side: plot.lying ? 2 : 3, show: plot.ticks.length > 0, splits: () => plot.ticks.map(tick => tick[0]),
          values: () => plot.ticks.map(tick => tick[1]), size: () => space.numbers, gap: GAP, font: letters,
          stroke: () => shade(drawn.grey), grid: { stroke: () => shade(drawn.hairline), width: 1 },
          ticks: { show: false }, border: { show: false } },
      ],
      series,
      bands,
      hooks: {
        drawAxes: [self => (scatter ? points(self, plot, space) : bars(self, plot))],
        draw: [self => words(self, plot, space)],
        setCursor: [self => tell(self, plot, tip)],
      },
    }, data, holder);
    holder.append(tip);
    const hide = () => u.setCursor({ left: -10, top: -10 });
    const along = plot.lying ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
    holder.addEventListener("keydown", event => {
      const step = along.indexOf(event.key) * 2 - 1;
      if (event.key === "Escape") hide();
      if (step < -1) return;
      event.preventDefault();
      if (scatter) {
        chosen = Math.max(0, Math.min(count - 1, chosen + step));
        const [across, up] = scatter.points[chosen];
        u.setCursor({ left: u.valToPos(across, "x"), top: u.valToPos(up, "y") });
        return;
      }
      const now = u.cursor.left < 0 || u.cursor.idx == null ? (step > 0 ? -1 : count) : u.cursor.idx;
      const at = u.valToPos(Math.max(0, Math.min(count - 1, now + step)), "x");
      u.setCursor(plot.lying ? { left: u.over.clientWidth / 2, top: at } : { left: at, top: 20 });
    });
    holder.addEventListener("blur", hide);
    const fit = width => {
      space = room(plot, width);
      u.axes[0].gap = GAP + space.before;
      u.setSize({ width, height: space.height });
    };
    const refit = () => { if (!printing && holder.clientWidth !== u.width) fit(holder.clientWidth); };
    new ResizeObserver(() => requestAnimationFrame(refit)).observe(holder);
    return { redraw: () => u.redraw(false, true), fit, holder };
  };

  const holders = document.querySelectorAll(".plot");
  const all = drawn.plots.map((plot, i) => draw(plot, holders[i]));
  screenIsDark.addEventListener("change", () => all.forEach(one => one.redraw()));
  addEventListener("beforeprint", () => {
    printing = true;
    all.forEach(one => one.fit(PAPER));
  });
  addEventListener("afterprint", () => {
    printing = false;
    all.forEach(one => one.fit(one.holder.clientWidth));
  });
})();
