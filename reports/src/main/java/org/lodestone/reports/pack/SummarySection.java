package org.lodestone.reports.pack;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.ONE;
import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.place.Place;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.claim.CheckedClaim;
import org.lodestone.reports.claim.ClaimCheck;
import org.lodestone.reports.claim.ClaimSection;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.risk.Turning;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.LeagueRanks;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;
import org.lodestone.reports.supply.Supply;
import org.lodestone.reports.supply.Unshared;

/** The argument on one page: what the note says, whether it holds, what has changed since, and what is not known. */
final class SummarySection {

    private static final Term SUMMARY = Term.of("summary");
    /** How many companies the summary names, the first first. */
    private static final int NAMED = 5;

    private final Dataset dataset;
    private final ClaimCheck check;
    private final Analyses analyses;
    private final Model.Builder model = Model.builder();
    private int sentences;

    private SummarySection(Analyses analyses) {
        this.analyses = analyses;
        this.dataset = analyses.dataset();
        this.check = analyses.claims();
    }

    static Optional<Part> of(Analyses analyses) {
        Dataset dataset = analyses.dataset();
        List<Supply> supplies = dataset.measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.PRODUCTION
                        || measure.kind() == Measure.Kind.CAPACITY
                        || measure.kind() == Measure.Kind.RESERVES)
                .filter(measure -> dataset.defaultEdition().isEmpty()
                        || !dataset.figures(measure.id(), dataset.defaultEdition())
                                .isEmpty())
                .flatMap(measure -> analyses.supplies().supply(measure.id()).stream())
                .toList();
        return supplies.isEmpty() ? Optional.empty() : Optional.of(new SummarySection(analyses).part(supplies));
    }

    private Part part(List<Supply> all) {
        all.forEach(supply -> model.include(supply.model()));
        List<Supply> supplies = all.stream()
                .filter(supply -> supply.hasShares(supply.latest()) && supply.producers(supply.latest()) > 0)
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Prose("What the figures say", whatHolds(all)));
        outlook().ifPresent(blocks::add);
        analyses.screen().map(this::beneficiaries).ifPresent(blocks::add);
        changes(supplies).ifPresent(blocks::add);
        charts(supplies).ifPresent(blocks::add);
        if (!check.claims().isEmpty()) {
            blocks.add(new Block.Prose("What is not known", unknown()));
        }
        String title = dataset.claims().isEmpty()
                ? dataset.resource() + ": the figures in one page"
                : dataset.resource() + ": does the note hold?";
        return Part.of(Section.presenting("Summary", title, dataset.subject(), blocks), model.build());
    }

    private Block.Sentence say(Formula... parts) {
        Key key = SUMMARY.sub("sentence " + ++sentences).key();
        return new Block.Sentence.Live(model.calculation(key, sentence(parts)));
    }

    private ImmutableList<Block.Sentence> whatHolds(List<Supply> supplies) {
        ImmutableList.Builder<Block.Sentence> said = ImmutableList.builder();
        if (!check.claims().isEmpty()) {
            said.add(say(
                    text("Of the note's "),
                    ClaimSection.total().ref(),
                    text(" claims "),
                    ClaimSection.count(Verdict.REPRODUCED).ref(),
                    text(" are reproduced from published figures, "),
                    ClaimSection.count(Verdict.OVERTAKEN).ref(),
                    text(" held in the edition it used but not in the newest, "),
                    ClaimSection.count(Verdict.NOT_REPRODUCED).ref(),
                    text(" are not reproduced and "),
                    ClaimSection.count(Verdict.NOT_CHECKABLE).ref(),
                    text(" cannot be checked.")));
        }
        for (Supply supply : supplies) {
            Period year = supply.latest();
            if (!supply.hasShares(year)) {
                said.add(say(Unshared.finding(dataset, supply)));
                continue;
            }
            said.add(say(
                    text(supply.measure().name() + " " + year + ": "),
                    supply.total(year).ref().fixed(0),
                    text(" " + supply.measure().unit() + (supply.allKnown(year) ? "" : " in known rows")),
                    supply.growth(year)
                            .map(growth -> sentence(text(", "), signedPercent(growth.ref(), 2), text(" on the year")))
                            .orElse(text("")),
                    text("; "),
                    supply.rankedName(1, year).ref(),
                    text(" has "),
                    percent(supply.rankedShare(1, year).ref(), 2),
                    text(", and without it "),
                    percent(supply.withoutLargest(year).ref(), 1),
                    text(" would be left. Concentration (HHI" + (supply.allKnown(year) ? "" : " of known rows")
                            + ") is "),
                    supply.hhi(year).ref().fixed(0),
                    text(" of 10,000.")));
        }
        analyses.quotas().forEach(quotas -> quotas(quotas).ifPresent(said::add));
        analyses.chain().flatMap(this::chain).ifPresent(said::add);
        return said.build();
    }

    /** Growth of a stage's quota in its last known year, against its averages. */
    private Optional<Block.Sentence> quotas(Quotas quotas) {
        if (quotas.span().isEmpty()
                || quotas.compoundGrowth().isEmpty()
                || quotas.meanGrowth().isEmpty()) {
            return Optional.empty();
        }
        Period first = quotas.span().get().lowerEndpoint();
        Period last = quotas.span().get().upperEndpoint();
        model.include(quotas.model());
        return quotas.growth(last)
                .map(growth -> say(
                        text("Quota of " + Words.inSentence(quotas.stage().name()) + " " + last + ": "),
                        quotas.total(last).ref().fixed(0),
                        text(" " + quotas.unit() + ", "),
                        signedPercent(growth.ref(), 2),
                        text(" on the year, against "),
                        percent(quotas.compoundGrowth().get().ref(), 2),
                        text(" a year compound and "),
                        percent(quotas.meanGrowth().get().ref(), 2),
                        text(" on average since " + first + ".")));
    }

    /** The narrowest stage of the chain. */
    private Optional<Block.Sentence> chain(ChainAnalysis chain) {
        if (chain.narrowestRow().isEmpty()) {
            return Optional.empty();
        }
        model.include(chain.model());
        String unknown = chain.withoutFigures().stream()
                .map(stage -> Words.inSentence(stage.name()))
                .collect(Collectors.joining(", "));
        if (chain.onlyStage().isPresent()) {
            return Optional.of(new Block.Sentence.Plain("Of the chain only "
                    + Words.inSentence(chain.onlyStage().get().name()) + " has figures by country; there are none for "
                    + unknown + "."));
        }
        return Optional.of(say(
                text("The narrowest part of the chain is "),
                chain.narrowest().ref(),
                text(", where "),
                chain.ofNarrowest(chain::largest),
                text(" holds "),
                percent(chain.ofNarrowest(chain::largestShare), 2),
                text(", with an HHI of "),
                chain.highestHhi().ref().fixed(0),
                text(". Countries shown to have every stage: "),
                chain.knownWholeChains().ref(),
                text(unknown.isEmpty() ? "." : "; there are no figures by country for " + unknown + ".")));
    }

    /** What the forecast says of each conclusion, and what would have to happen for it to turn. */
    private Optional<Block> outlook() {
        return analyses.risk().map(risk -> {
            model.include(risk.model());
            ImmutableList.Builder<Block.Sentence> said = ImmutableList.builder();
            for (Conclusion conclusion : risk.conclusions()) {
                said.add(say(
                        Turning.finding(risk, conclusion),
                        text(" of draws. It turns with "),
                        Turning.wouldTurn(risk, conclusion),
                        text(".")));
            }
            return new Block.Prose("What the forecast says, and what would turn it", said.build());
        });
    }

    /** Who stands to benefit, why and how surely, and who cannot be ranked. */
    private Block beneficiaries(ScreenStudy study) {
        model.include(study.model());
        analyses.robustness().ifPresent(robustness -> model.include(robustness.model()));
        ImmutableList.Builder<Block.Sentence> said = ImmutableList.builder();
        study.ranked().stream()
                .limit(NAMED)
                .forEach(company ->
                        said.add(say(ranked(study, 1 + study.ranked().indexOf(company), analyses.robustness()))));
        leagues(study).ifPresent(said::add);
        said.add(notRanked(study));
        return new Block.Prose("Who stands to benefit: " + study.screen().name(), said.build());
    }

    /** Who stands at a place of a screen, why, and how surely; nothing where the place is empty. */
    static Formula ranked(ScreenStudy study, int place, Optional<Robustness> robustness) {
        SortedList sorted = study.sorted();
        LiveScreen screen = study.whole();
        Formula told = sentence(
                sorted.rank(place).ref(),
                text(". "),
                sorted.name(place).ref(),
                text(", score "),
                sorted.score(place).ref().fixed(2),
                upTo(sorted, screen, place),
                text(": "),
                sorted.picked(place, screen::facts),
                text(". "),
                sorted.reason(place).ref(),
                robustness.isPresent() ? surely(sorted, place) : text(""));
        return sorted.isTaken(place).then(told, text(""));
    }

    /** How far the score could rise where some of its figures are lower bounds. */
    private static Formula upTo(SortedList sorted, LiveScreen screen, int place) {
        Formula highest = sorted.picked(place, screen::high);
        return highest.minus(sorted.score(place).ref())
                .rounded(2)
                .isAbove(ZERO)
                .then(sentence(text(" or up to "), highest.fixed(2), text(" (lower bounds)")), text(""));
    }

    /** How sure its rank is, as long as weights and values are those with which that was tried. */
    private static Formula surely(SortedList sorted, int place) {
        return Robustness.AS_RUN
                .ref()
                .isKnown()
                .then(
                        sentence(text(" "), sorted.picked(place, Robustness::inWords)),
                        text(" How sure this is was tried with other weights or values."));
    }

    /** Who comes first in each league. */
    private Optional<Block.Sentence> leagues(ScreenStudy study) {
        List<Formula> parts = new ArrayList<>();
        for (LeagueRanks league : study.leagues()) {
            parts.add(text((parts.isEmpty() ? "First in their leagues: " : "; ")
                    + league.league().name() + ": "));
            parts.add(league.first(study.whole()));
        }
        parts.add(text("."));
        return parts.size() == 1 ? Optional.empty() : Optional.of(say(parts.toArray(Formula[]::new)));
    }

    /** Those the screen looks at but cannot rank, each with what is missing. */
    private Block.Sentence notRanked(ScreenStudy study) {
        List<Formula> parts = new ArrayList<>(List.of(text("Not ranked, since too little is public:")));
        for (String company : study.whole().companies()) {
            Formula missing = sentence(
                    text(" " + study.name(company) + " ("),
                    study.whole().reason(company).ref(),
                    text(")"));
            parts.add(study.whole().isRanked(company).ref().isEqualTo(ONE).then(text(""), missing));
        }
        return say(parts.toArray(Formula[]::new));
    }

    /** A line of the table of changes: what it is, in the edition used and in the newest. */
    private record Change(String what, Optional<Key> used, Optional<Key> newest, Shown shown) {}

    private Optional<Block> changes(List<Supply> supplies) {
        List<Change> changes = new ArrayList<>();
        String used = dataset.editionName(dataset.defaultEdition());
        Optional<String> newestId = dataset.newest().map(edition -> edition.id());
        if (newestId.isEmpty() || newestId.get().equals(dataset.defaultEdition())) {
            return Optional.empty();
        }
        String newest = dataset.editionName(newestId.get());
        for (Supply supply : supplies) {
            Optional<Supply> newer = analyses.supplies().supply(supply.measure().id(), newestId.get());
            if (newer.isPresent()) {
                model.include(newer.get().model());
                List<Period> years = new ArrayList<>(List.of(supply.latest()));
                if (!years.contains(newer.get().latest())) {
                    years.add(newer.get().latest());
                }
                years.forEach(year -> changes.addAll(lines(supply, newer.get(), year)));
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "What has changed since: the edition used and the newest",
                        columns(used, newest),
                        changes.stream()
                                .map(change -> new Row(
                                        Row.Kind.BODY,
                                        ImmutableList.of(
                                                new Cell.Words(change.what()),
                                                Cell.of(change.used(), change.shown()),
                                                Cell.of(change.newest(), change.shown()))))
                                .collect(ImmutableList.toImmutableList()),
                        ImmutableList.of(),
                        ImmutableList.of()));
    }

    private static ImmutableList<Column> columns(String used, String newest) {
        return ImmutableList.of(
                new Column("", Column.Role.PROSE, Optional.empty()),
                new Column(used, Column.Role.VALUE, Optional.empty()),
                new Column(newest, Column.Role.VALUE, Optional.empty()));
    }

    private static List<Change> lines(Supply supply, Supply newer, Period year) {
        Place leader = supply.places().get(0);
        String what = supply.measure().name() + " " + year;
        List<Change> lines = new ArrayList<>();
        lines.add(new Change(
                what + ", " + supply.measure().unit() + (allKnown(supply, newer, year) ? "" : " (sum of known rows)"),
                in(supply, year).map(s -> s.total(year)),
                in(newer, year).map(s -> s.total(year)),
                Shown.WHOLE));
        Optional<Key> before = in(supply, year).flatMap(s -> s.growth(year));
        Optional<Key> after = in(newer, year).flatMap(s -> s.growth(year));
        if (before.isPresent() || after.isPresent()) {
            lines.add(new Change(what + ", growth within the edition", before, after, Shown.PERCENT_2));
        }
        lines.add(new Change(
                leader + ", share of " + Words.inSentence(what),
                in(supply, year).map(s -> s.share(leader, year)),
                in(newer, year).filter(s -> s.places().contains(leader)).map(s -> s.share(leader, year)),
                Shown.PERCENT_2));
        return lines;
    }

    private static boolean allKnown(Supply supply, Supply newer, Period year) {
        return in(supply, year).map(s -> s.allKnown(year)).orElse(true)
                && in(newer, year).map(s -> s.allKnown(year)).orElse(true);
    }

    private static Optional<Supply> in(Supply supply, Period year) {
        return Optional.of(supply).filter(s -> s.years().contains(year));
    }

    private Optional<Block> charts(List<Supply> supplies) {
        List<Chart> charts = new ArrayList<>();
        for (Supply supply : supplies) {
            analyses.supplies()
                    .history(supply.measure().id())
                    .filter(history -> history.years().size() > supply.years().size())
                    .ifPresent(history -> {
                        model.include(history.model());
                        Place leader = history.largest().get(0);
                        List<Key> shares = history.years().stream()
                                .map(year -> history.share(leader, year))
                                .toList();
                        List<Key> totals =
                                history.years().stream().map(history::total).toList();
                        charts.add(Chart.of(
                                supply.measure().name() + ", and the share of " + leader,
                                Chart.Kind.COLUMNS_AND_LINES,
                                supply.measure().unit().toString(),
                                Chart.columns("Sum of rows", Formula.span(totals)),
                                Chart.line(leader + ", share", Formula.span(shares))));
                    });
        }
        return charts.isEmpty() ? Optional.empty() : Optional.of(new Block.Charts(ImmutableList.copyOf(charts)));
    }

    private ImmutableList<Block.Sentence> unknown() {
        return check.claims().stream()
                .filter(claim -> claim.verdict() == Verdict.NOT_CHECKABLE)
                .map((CheckedClaim claim) -> new Block.Sentence.Plain(
                        "“" + claim.claim().statement() + "” " + claim.claim().note()))
                .collect(ImmutableList.toImmutableList());
    }
}
