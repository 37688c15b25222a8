package org.lodestone.reports.sheet.page;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;

/** Who stands to benefit, why and how surely, and who cannot be ranked: the findings of a screen. */
public final class Beneficiaries {

    private static final Term TERM = Term.of("beneficiaries");

    private static final int WEIGHT = 70;

    /** The number of companies that are named, from the first on. */
    private static final int NAMED = 6;

    /** The number of companies whose ranks are seen beside what is typed. */
    private static final int MOVED = 18;

    /** The number of criteria that there is room for. */
    private static final int CRITERIA = 5;

    /** So few leave room for columns two wide, in which a name of one long word does not touch the next. */
    private static final int FEW = 3;

    private static final String FOUND = "{level?{leaders} are level at the head with {scores}"
            + "|{leader} leads with a score of {score:0.00}[{better?, at best {highest:0.00}}]}."
            + "[{couldLead? {rivals}.}]{leagues}|Who leads is not known: figures are missing.";

    private final ScreenStudy study;
    private final String step;
    private final String heading;
    private final Model.Builder model = Model.builder();
    private final Part.Builder part = Part.builder(model);

    private Beneficiaries(ScreenStudy study, String step, String heading) {
        this.study = study;
        this.step = step;
        this.heading = heading;
    }

    /** Who stands to benefit: a part without sections, over the model of the screen. */
    public static Part of(ScreenStudy study) {
        return new Beneficiaries(
                        study, "Who benefits", "Who stands to benefit, and what each criterion adds to the score")
                .part();
    }

    /** The same of a screen that says nothing of why its companies are looked at. */
    public static Part first(ScreenStudy study) {
        Beneficiaries first = new Beneficiaries(
                study, "Who comes first", "Who comes first, and what each criterion adds to the score");
        first.part.panel(Panel.Place.CONTROL, WEIGHT, first.moves());
        return first.part();
    }

    private Part part() {
        if (!study.ranked().isEmpty()) {
            part.finding(Finding.of(FindingIds.SCREEN, step, live("found", found(FOUND)))
                    .withProse(live("prose", found("Screened by {criteria}, " + FOUND)))
                    .withVerdict(live("verdict", ranked()))
                    .withWeight(WEIGHT)
                    .withReadOn("Screen"));
            part.panel(Panel.Place.TABLE, WEIGHT, names());
        }
        return part.build();
    }

    private Block.Sentence live(String what, Formula formula) {
        return Block.Sentence.live(model.calculation(TERM.sub(what).key(), formula));
    }

    /** @param template what is said of who leads, and by which criteria */
    private Formula found(String template) {
        SortedList sorted = study.sorted();
        Formula highest = sorted.picked(1, study.whole()::high);
        Formula found = new Leaders(study.whole(), sorted)
                .words(model)
                .with("better", highest.minus(sorted.score(1)).rounded(2).isAbove(ZERO))
                .with("highest", highest)
                .with("leagues", leagues(sorted.name(1)))
                .with(
                        "criteria",
                        Words.listed(weighed()
                                .map(one -> Words.inSentence(one.title()))
                                .toList()))
                .say(template);
        return Leaders.weighed(study.whole(), found, ".");
    }

    private Stream<Criterion> weighed() {
        return study.screen().criteria().stream().filter(criterion -> criterion.weight() > 0);
    }

    /** The number of companies looked at that can be ranked. */
    private Formula ranked() {
        Formula.Span each = span(study.whole().companies(), study.whole()::isRanked);
        return words().with(
                        "allRanked", Formula.call(Fn.COUNT_EQUAL, each, ZERO).isEqualTo(ZERO))
                .with("ranked", Formula.sum(each))
                .with("all", each.keys().size())
                .say("{allRanked?●|◐} {ranked} of {all} {all=1?name|names} can be ranked|○ No name is ranked");
    }

    /** The names that stand to benefit, with their scores and why. */
    private Table names() {
        SortedList sorted = study.sorted();
        List<Integer> places = sorted.places().stream()
                .limit(Math.min(NAMED, study.ranked().size()))
                .toList();
        Table.ListBuilder<Integer> table = Table.of(heading, places)
                .id("first-names")
                .word("Rank", sorted::standing)
                .proseOf("Company", sorted::name)
                .value("Score", Shown.TWO_DECIMALS, sorted::score)
                .value("Up to", Shown.TWO_DECIMALS, place -> picked("highest score", place, study.whole()::high));
        List<Criterion> told = weighed().limit(CRITERIA).toList();
        told.forEach(criterion -> table.value(
                        criterion.title(), Shown.TWO_DECIMALS, place -> sorted.contribution(criterion, place))
                .across(told.size() > FEW ? 1 : 2));
        return table.build();
    }

    /** The first companies with the ranks that they had by the weights of the screen, so that a reader sees what a weight moves. */
    private Table moves() {
        SortedList sorted = study.sorted();
        List<Integer> places = sorted.places().stream().limit(MOVED).toList();
        Table.ListBuilder<Integer> table = Table.of("Who comes first, by the weights in force", places)
                .id("first-moves")
                .column("Company", Column.Role.LABEL, place -> Cell.again(sorted.name(place), Shown.TEXT))
                .across(2)
                .column("Rank", Column.Role.WORD, place -> Cell.again(sorted.standing(place), Shown.WORD));
        if (study.whole().isShortlist()) {
            table.value(
                    "Rank when made",
                    Shown.WHOLE,
                    place -> picked("rank when made", place, study.whole()::rankAmongAll));
        }
        table.again("Score", Shown.TWO_DECIMALS, sorted::score);
        weighed()
                .limit(CRITERIA)
                .forEach(criterion -> table.again(
                        criterion.title() + ", points",
                        Shown.TWO_DECIMALS,
                        place -> sorted.contribution(criterion, place)));
        return table.note("Points: what a criterion adds to the score.").build();
    }

    private Key picked(String what, int place, Function<String, Key> value) {
        return model.calculation(
                TERM.sub(what + ", place " + place).key(), study.sorted().picked(place, value));
    }

    /** Who comes first in each league that the first of all does not lead. */
    private Formula leagues(Formula first) {
        return Wording.inARow(
                "",
                study.leagues().stream()
                        .map(league -> words().with("league", league.league().name())
                                .with("leader", league.first())
                                .with("rival", league.orRival())
                                .with("level", league.level().isAbove(ONE))
                                .with("others", league.level().minus(ONE))
                                .with("same", Formula.call(Fn.SAME_TEXT, league.first(), first))
                                .clause("[{same?| {league}: {leader}{level? (level with {others:0} more)}{rival}.}]"))
                        .toList());
    }
}
