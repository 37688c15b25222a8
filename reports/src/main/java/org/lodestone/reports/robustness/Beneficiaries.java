package org.lodestone.reports.robustness;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.screen.LeagueRanks;
import org.lodestone.reports.screen.LiveScreen;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.SortedList;

/** Who stands to benefit, why and how surely, and who cannot be ranked: the findings of a screen. */
public final class Beneficiaries {

    private static final Term TERM = Term.of("beneficiaries");
    private static final int WEIGHT = 50;

    /** How many companies are named, the first first. */
    private static final int NAMED = 5;

    private final ScreenStudy study;
    private final Optional<Robustness> robustness;
    private final Model.Builder model = Model.builder();
    private final Part.Builder part = Part.builder(model);

    private Beneficiaries(ScreenStudy study, Optional<Robustness> robustness) {
        this.study = study;
        this.robustness = robustness;
    }

    /** A part without sections, over the models of the two. */
    public static Part of(ScreenStudy study, Optional<Robustness> robustness) {
        return new Beneficiaries(study, robustness).part();
    }

    private Part part() {
        int places = Math.min(NAMED, study.ranked().size());
        for (int place = 1; place <= places; place++) {
            find("place " + place, sentence(inOneSentence(study, place, robustness)));
        }
        leagues().ifPresent(first -> find("leagues", first));
        find("not ranked", notRanked());
        return part.build();
    }

    private void find(String what, Formula found) {
        Key key = model.calculation(TERM.sub(what).key(), found);
        part.finding(Finding.of("Who stands to benefit: " + study.screen().name(), new Block.Sentence.Live(key))
                .withWeight(WEIGHT)
                .withReadOn("Screen"));
    }

    /** Who stands at a place of a screen, why, and how surely; nothing where the place is empty. */
    public static Formula inOneSentence(ScreenStudy study, int place, Optional<Robustness> robustness) {
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
    private Optional<Formula> leagues() {
        List<Formula> parts = new ArrayList<>();
        for (LeagueRanks league : study.leagues()) {
            parts.add(text((parts.isEmpty() ? "First in their leagues: " : "; ")
                    + league.league().name() + ": "));
            parts.add(league.first(study.whole()));
        }
        parts.add(text("."));
        return parts.size() == 1 ? Optional.empty() : Optional.of(sentence(parts.toArray(Formula[]::new)));
    }

    /** Those the screen looks at but cannot rank, each with what is missing. */
    private Formula notRanked() {
        List<Formula> parts = new ArrayList<>(List.of(text("Not ranked, since too little is public:")));
        for (String company : study.whole().companies()) {
            Formula missing = sentence(
                    text(" " + study.name(company) + " ("),
                    study.whole().reason(company).ref(),
                    text(")"));
            parts.add(study.whole().isRanked(company).ref().isEqualTo(ONE).then(text(""), missing));
        }
        return sentence(parts.toArray(Formula[]::new));
    }
}
