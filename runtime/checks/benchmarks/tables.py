#!/usr/bin/env python3
"""Puts the tables and the chart of what JMH measured into runtime/docs/speed.md: tables.py [RESULTS [PAGE]].

RESULTS is the folder of JMH's results-*.json, one file for each JDK; target, if it is not named. PAGE has the two marks between which
everything is replaced, and the chart is written to images/speed.svg beside it. A dash is what was not measured.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
BEGIN, END = "<!-- benchmarks:begin -->\n", "<!-- benchmarks:end -->"
LIMIT = "DistributionBenchmark.arraysFill"
GPT2 = "ModelBenchmark.gpt2Initialized"
TOUCHED = "ModelBenchmark.gpt2AllocatedAndTouched"

# Our name in the table, our benchmark, and the peers' that it is compared with: the same numbers, whatever rule chose their bounds.
DRAWN = [
    ("uniform", "uniform", "uniform"),
    ("uniform, Vector API", "uniformByVectors", "uniform"),
    ("Kaiming uniform", "kaimingUniform", "uniform"),
    ("normal", "normal", "normal"),
    ("normal, Vector API", "normalByVectors", "normal"),
    ("Xavier normal", "xavierNormal", "normal"),
    ("truncated normal, ±2σ", "truncatedNormal", "truncatedNormal"),
    ("truncated normal, Vector API", "truncatedNormalByVectors", "truncatedNormal"),
]
PEERS = {
    "PyTorch": "PyTorch", "PyTorch ≤ 2.11": "PyTorch211", "DJL": "Djl", "ND4J": "Nd4j",
    "SplittableRandom": "SplittableRandom", "Commons RNG": "CommonsRng",
}


def read(folder):
    """The scores by benchmark, parameters and JDK; the two counters of a benchmark as if each were one."""
    scores = {}
    for file in sorted(folder.glob("results-*.json")):
        for run in json.loads(file.read_text()):
            name = ".".join(run["benchmark"].split(".")[-2:])
            java = int(run["jdkVersion"].split(".")[0])
            metrics = {name: run["primaryMetric"]}
            metrics.update((f"{name}:{counter}", metric) for counter, metric in run["secondaryMetrics"].items())
            for key, metric in metrics.items():
                key = key, tuple(run.get("params", {}).values()), java
                if key in scores:
                    sys.exit(f"{key} has two results")
                scores[key] = metric["score"]
    return scores or sys.exit(f"no results-*.json in {folder}; run the benchmarks first")


class Figures:
    """The cells of a table, which have a figure for each JDK."""

    def __init__(self, scores):
        self.scores = scores
        self.javas = sorted({java for _, _, java in scores})

    def cell(self, name, over=None, scale=1, parameters=()):
        """The score of a benchmark, or its ratio to another's."""
        figures = []
        for java in self.javas:
            one, other = self.scores.get((name, parameters, java)), self.scores.get((over, parameters, java)) if over else 1
            figures.append("–" if one is None or other is None else rounded(scale * one / other))
        return "" if set(figures) == {"–"} else " / ".join(figures)

    def of_limit(self, name):
        cell = self.cell(name, LIMIT, 100)
        return cell and cell + " %"


def rounded(value):
    """To a hundredth below two, where ratios are close; to a tenth below ten; whole numbers from there."""
    return f"{value:.{2 if value < 2 else 1 if value < 10 else 0}f}"


def ours(benchmark):
    return "DistributionBenchmark." + benchmark


def table(rows):
    rule = ["---"] + ["---:"] * (len(rows[0]) - 1)
    return "".join("| " + " | ".join(row) + " |\n" for row in [rows[0], rule] + rows[1:])


def distributions(figures):
    peers = {label: suffix for label, suffix in PEERS.items() if any(figures.cell(ours(f"{peer}By{suffix}")) for *_, peer in DRAWN)}
    javas = " / ".join(map(str, figures.javas))
    rows = [[f"64 million floats, JDK {javas}", "million a second", "of `Arrays.fill`"] + ["× " + peer for peer in peers]]
    rows.append(["`Arrays.fill`, the limit", figures.cell(LIMIT), ""] + [""] * len(peers))
    for label, benchmark, peer in DRAWN:
        name = ours(benchmark)
        compared = [figures.cell(name, ours(f"{peer}By{suffix}")) for suffix in peers.values()]
        rows.append([label, figures.cell(name), figures.of_limit(name)] + compared)
    return table(rows)


def costs(figures):
    def rule(label, parameter):
        return [label, "", "", figures.cell("RuleBenchmark.inTurns:ruled", "RuleBenchmark.inTurns:bare", 1, (parameter,))]

    def pair(label, name, other, scale=1, parameters=()):
        return [label, figures.cell(name, None, scale, parameters), figures.cell(other, None, scale, parameters),
                figures.cell(name, other, 1, parameters)]

    def orthogonal(size):
        name = "OrthogonalBenchmark.orthogonal"
        return pair(f"orthogonal {size} × {size}, ms; beside PyTorch (LAPACK)", name, name + "ByPyTorch", 1, (size,))

    return table([
        ["time, JDK " + " / ".join(map(str, figures.javas)), "ours", "beside", "ratio"],
        rule("Kaiming uniform, beside the bare uniform", "KAIMING_UNIFORM"),
        rule("Xavier normal, beside the bare normal", "XAVIER_NORMAL"),
        orthogonal("1024"),
        orthogonal("4096"),
        pair("GPT-2 small (124 million) from null fields, ms; beside allocating and touching its arrays", GPT2, TOUCHED, 1e-3),
        pair("the same with the Vector API, ms", GPT2 + "ByVectors", TOUCHED, 1e-3),
        ["a bias of 64 elements, µs", figures.cell("ModelBenchmark.biasOf64Elements"), "", ""],
    ])


def chart(scores, java, title):
    """Bars of million elements a second on the newest JDK."""
    bars = []
    for label, benchmark, peer in DRAWN:
        if benchmark == peer:
            names = {"InitWeights": benchmark, "with Vector API": benchmark + "ByVectors"}
            names.update((one, f"{peer}By{suffix}") for one, suffix in PEERS.items())
            found = {one: scores.get((ours(name), (), java)) for one, name in names.items()}
            bars.append((label, {one: score for one, score in found.items() if score}))
    limit = scores.get((LIMIT, (), java))
    scale = 520 / max([limit or 1] + [score for _, group in bars for score in group.values()])
    y, body = 56, ""
    for label, group in bars:
        body += f'<text class="strong" x="0" y="{y + 14}">{label}</text>\n'
        y += 24
        for one, score in group.items():
            style = "ours" if one in ("InitWeights", "with Vector API") else "peer"
            body += f'<text text-anchor="end" x="142" y="{y + 12}">{one}</text>'
            body += f'<rect class="{style}" x="150" y="{y}" width="{scale * score:.1f}" height="15" rx="2"/>'
            body += f'<text x="{156 + scale * score:.1f}" y="{y + 12}">{score:.0f}</text>\n'
            y += 20
        y += 18
    if limit:
        x = f"{150 + scale * limit:.1f}"
        body += f'<line class="limit" x1="{x}" y1="52" x2="{x}" y2="{y}"/>'
        body += f'<text text-anchor="end" x="{x}" y="46">Arrays.fill {limit:.0f}</text>\n'
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {y}" width="760" height="{y}" role="img" aria-label="{title}">
<title>{title}</title>
<style>
text {{ font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #57606a }}
.strong {{ font-weight: 600; fill: #1f2328 }}
.ours {{ fill: #0969da }}
.peer {{ fill: #afb8c1 }}
.limit {{ stroke: #57606a; stroke-dasharray: 4 3 }}
@media (prefers-color-scheme: dark) {{
  text {{ fill: #9198a1 }}
  .strong {{ fill: #f0f6fc }}
  .ours {{ fill: #4493f8 }}
  .peer {{ fill: #545d68 }}
  .limit {{ stroke: #9198a1 }}
}}
</style>
<text class="strong" x="0" y="20">{title}</text>
{body}</svg>
"""


def main(results=HERE / "target", page=HERE / "../../docs/speed.md"):
    figures, page = Figures(read(pathlib.Path(results))), pathlib.Path(page)
    title = f"64 million floats on JDK {figures.javas[-1]}, million a second"
    text = page.read_text(encoding="utf-8")
    if text.count(BEGIN) != 1 or text.count(END) != 1:
        sys.exit(f"{page} needs one line {BEGIN.strip()} and one {END}")
    made = f"![{title}](images/speed.svg)\n\n" + distributions(figures) + "\n" + costs(figures)
    page.write_text(text[:text.index(BEGIN)] + BEGIN + made + text[text.index(END):], encoding="utf-8")
    (page.parent / "images/speed.svg").write_text(chart(figures.scores, figures.javas[-1], title), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
