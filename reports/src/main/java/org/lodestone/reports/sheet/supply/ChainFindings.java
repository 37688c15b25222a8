package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.Optional;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.chain.StageRow;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.words.FindingIds;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Wording;

/** The finding on a chain: where it is narrowest, and who holds it. */
record ChainFindings(ChainAnalysis chain, Model.Builder model) {

    private static final String HOLDS = "● Holds";

    private static final int WEIGHT = 90;
    private static final Term TERM = Term.of("chain").sub("finding");

    static void add(ChainAnalysis chain, Part.Builder part, Model.Builder model) {
        if (chain.narrowestRow().isPresent()) {
            new ChainFindings(chain, model).add(part);
        }
    }

    private void add(Part.Builder part) {
        unknown().ifPresent(stages -> part.unknown(Block.Sentence.plain("which countries are in " + stages)));
        if (chain.onlyStage().isPresent()) {
            return;
        }
        part.finding(Finding.of(
                        FindingIds.CHAIN,
                        live("step", "{holder} holds {held}|Who holds the chain is not known"),
                        live(
                                "found",
                                "{holder} has {share:0%} of {stage}, the narrowest stage; without {holder} {left:0%} would be left."
                                        + "[ No figures by country: {unknown}.]{lost}"
                                        + "|Where the chain is narrowest is not known: a figure is missing."))
                .withHeadline(
                        live(
                                "headline",
                                "{holder} has {share:0%} of {stage}, the choke point|Where the chain is narrowest is not known"))
                .withVerdict(Block.Sentence.live(
                        model.calculation(TERM.sub("verdict").key(), verdict())))
                .withNumbers(chain.highestHhi(), chain.knownWholeChains())
                .withWeight(WEIGHT)
                .withReadOn("Chain"));
    }

    private Block.Sentence live(String what, String template) {
        Wording words = words().with("holder", holder())
                .with("share", share())
                .with("left", chain.ofNarrowest(chain::left))
                .with("held", ifAlone(chain.ofNarrowest(this::held), chain.ofNarrowest(this::inSentence)))
                .with("stage", chain.ofNarrowest(this::inAWord))
                .with("unknown", unknown().map(Formula::text))
                .with("lost", lost());
        return Block.Sentence.live(model.calculation(TERM.sub(what).key(), words.say(template)));
    }

    private Optional<String> unknown() {
        return chain.withoutFiguresInWords();
    }

    private Formula holder() {
        return chain.ofNarrowest(chain::largest);
    }

    private Formula share() {
        return chain.ofNarrowest(chain::largestShare);
    }

    /** Whoever has most of the narrowest stage holds the chain where it alone has every measured stage, else that stage. */
    private Formula ifAlone(Formula chainIsHeld, Formula stageIsHeld) {
        Formula isHolder = Formula.call(Fn.SAME_TEXT, chain.firstMeasured(), holder());
        return chain.measuredChains().isEqualTo(ONE).then(isHolder.then(chainIsHeld, stageIsHeld), stageIsHeld);
    }

    private Key inSentence(StageRow row) {
        return model.label(
                TERM.sub("stage in a sentence " + row.id()).key(),
                ofOneKind(row).orElseGet(() -> Words.inSentence(row.stage().name())));
    }

    /**
     * A stage in a word, as its id has it: {@code separation}; {@code known separation} where a country's is not published. What
     * is of one kind of several that do not add is called by its own name, as it is not the stage.
     */
    private Key inAWord(StageRow row) {
        return model.label(
                TERM.sub("stage in a word " + row.id()).key(),
                WhatIsKnown.before(row)
                        + ofOneKind(row).orElseGet(() -> row.stage().id().replace('-', ' ')));
    }

    /** Who holds the narrowest stage holds the chain; who holds one kind of what is made there holds that. */
    private Key held(StageRow row) {
        return model.label(TERM.sub("held " + row.id()).key(), ofOneKind(row).orElse("the chain"));
    }

    /** The name of a measure beside which the stage has others, on other bases. */
    private Optional<String> ofOneKind(StageRow row) {
        return row.measure()
                .filter(measure -> chain.rows(row.stage()).stream()
                        .flatMap(other -> other.measure().stream())
                        .anyMatch(other ->
                                !other.unit().basis().equals(measure.unit().basis())))
                .map(measure -> Words.inSentence(measure.name()));
    }

    /** The stages with figures by country of which nobody's share is known any more. */
    private Formula lost() {
        return Wording.inARow(
                "",
                chain.measured().stream()
                        .map(stage -> words().with(
                                        "known",
                                        Formula.countOfKnown(span(
                                                        chain.rows(stage).stream()
                                                                .filter(row -> row.measure()
                                                                        .isPresent())
                                                                .toList(),
                                                        chain::largestShare))
                                                .isAbove(ZERO))
                                .with("stage", Words.inSentence(stage.name()))
                                .clause("{known?| Who has {stage} is not known.}"))
                        .toList());
    }

    /** A holder of half the narrowest stage or more holds it; the chain only as far as it is measured. */
    private Formula verdict() {
        Formula half = ONE.over(ONE.plus(ONE));
        return words().with("known", share().isKnown())
                .with("half", share().isAtLeast(half))
                .with("holds", ifAlone(text(unknown().isEmpty() ? HOLDS : HOLDS + " where measured"), text(HOLDS)))
                .clause("{known?{half?{holds}|○ No holder has half}|◌ Not known}");
    }
}
