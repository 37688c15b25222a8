package org.lodestone.reports.chain;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import java.util.stream.Collectors;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Finding;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Words;

/** The finding on a chain: where it is narrowest, and who has all of it. */
final class ChainFindings {

    private static final int WEIGHT = 70;

    private ChainFindings() {}

    static void add(ChainAnalysis chain, Part.Builder part, Model.Builder model) {
        if (chain.narrowestRow().isPresent()) {
            part.finding(Finding.of(Finding.WHAT_FIGURES_SAY, said(chain, model))
                    .withNumbers(chain.highestHhi(), chain.knownWholeChains())
                    .withWeight(WEIGHT)
                    .withReadOn("Chain"));
        }
    }

    private static Block.Sentence said(ChainAnalysis chain, Model.Builder model) {
        String unknown = chain.withoutFigures().stream()
                .map(stage -> Words.inSentence(stage.name()))
                .collect(Collectors.joining(", "));
        return chain.onlyStage()
                .<Block.Sentence>map(only -> new Block.Sentence.Plain("Of the chain only "
                        + Words.inSentence(only.name()) + " has figures by country; there are none for " + unknown
                        + "."))
                .orElseGet(() -> new Block.Sentence.Live(model.calculation(
                        Term.of("chain").sub("in one sentence").key(), inOneSentence(chain, unknown))));
    }

    private static Formula inOneSentence(ChainAnalysis chain, String unknown) {
        return sentence(
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
                text(unknown.isEmpty() ? "." : "; there are no figures by country for " + unknown + "."));
    }
}
