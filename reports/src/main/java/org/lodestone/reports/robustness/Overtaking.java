package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.screen.ScoreTable;

/**
 * The smallest changes by which a company overtakes one that is ahead of it.
 *
 * <p>Each change brings the two level; anything beyond it lets the company pass. All are exact, under every aggregation.
 *
 * @param lead by how much the one ahead scores more
 * @param weights the smallest change of weights, by the sum of all changes; a criterion may go down to zero, or come up
 *     from it. Empty where no change of weights does it
 * @param obstacle why no change of weights does it; empty where one does
 * @param oneWeight changes of the weight of one criterion, the others giving or taking in proportion to theirs, the
 *     smallest first
 * @param oneScore rises of one score of the company behind, the smallest first. They stay on the scale: below 1 where all
 *     scores of the screen are from 0 to 1, otherwise below the highest under the criterion
 */
public record Overtaking(
        Subject behind,
        Subject ahead,
        double lead,
        Optional<WeightChange> weights,
        Optional<String> obstacle,
        ImmutableList<ProportionalChange> oneWeight,
        ImmutableList<ScoreChange> oneScore) {

    /** How weights are shown: in the first way in which a change is seen. */
    private static final ImmutableList<Shown> SHARES = ImmutableList.of(Shown.PERCENT, Shown.PERCENT_2);

    private static final ImmutableList<Shown> SCORES = ImmutableList.of(Shown.TWO_DECIMALS, Shown.PRECISE);

    /** The changes for two companies by their ids. Throws if the one behind is not behind or level. */
    public static Overtaking of(ScoreTable table, String behind, String ahead) {
        return of(table, number(table, behind), number(table, ahead));
    }

    /** For each company but the first, what would let it overtake the next better one, in the order of the screen. */
    public static ImmutableList<Overtaking> ofNeighbours(ScoreTable table) {
        Ranking ranking = Ranking.of(table);
        int[] order = ranking.order();
        ImmutableList.Builder<Overtaking> neighbours = ImmutableList.builder();
        int better = 0;
        for (int i = 1; i < order.length; i++) {
            if (ranking.ranks().get(order[i]) > ranking.ranks().get(order[i - 1])) {
                better = i - 1;
            }
            if (ranking.ranks().get(order[i]) > 1) {
                neighbours.add(of(table, order[i], order[better]));
            }
        }
        return neighbours.build();
    }

    private static Overtaking of(ScoreTable table, int behind, int ahead) {
        double[] total = table.total();
        checkArgument(
                behind != ahead && ScoreTable.rounded(total[behind]) <= ScoreTable.rounded(total[ahead]),
                "'%s' with %s is not behind '%s' with %s. Maybe they were swapped.",
                table.company(behind),
                total[behind],
                table.company(ahead),
                total[ahead]);
        Duel duel = new Duel(table, behind, ahead);
        Optional<String> obstacle = duel.obstacle();
        boolean turns = obstacle.isEmpty();
        return new Overtaking(
                table.company(behind),
                table.company(ahead),
                Math.max(total[ahead] - total[behind], 0),
                turns ? Optional.of(duel.smallestChange()) : Optional.empty(),
                obstacle,
                turns ? duel.proportionalChanges() : ImmutableList.of(),
                duel.scoreChanges());
    }

    private static int number(ScoreTable table, String company) {
        int number = table.companies().indexOf(company);
        if (number < 0) {
            throw UnknownIdException.of(
                    company,
                    "a company that the screen ranks",
                    table.companies(),
                    "It may be unranked for want of data.");
        }
        return number;
    }

    /**
     * The changes it takes, in words.
     *
     * <pre>
     * B overtakes A if the weight of quota rises from 30.0% to 37.0%.
     * </pre>
     *
     * <p>A sentence each on one weight, on all weights where they need to change less, and on one score.
     */
    public ImmutableList<String> sentences() {
        return Stream.concat(ofWeights().stream(), ofScore().stream()).collect(toImmutableList());
    }

    /** The changes of weights it takes, in words; or that none does, and why. */
    ImmutableList<String> ofWeights() {
        return ofWeights(name -> name);
    }

    /** The same, with what a criterion is called. */
    ImmutableList<String> ofWeights(UnaryOperator<String> called) {
        if (ScoreTable.rounded(lead) == 0) {
            return ImmutableList.of(behind + " is level with " + ahead + ": any change in its favour lets it pass.");
        }
        ImmutableList.Builder<String> sentences = ImmutableList.builder();
        obstacle.ifPresent(
                why -> sentences.add("No change of weights lets " + behind + " overtake " + ahead + ": " + why + "."));
        oneWeight.stream()
                .findFirst()
                .ifPresent(change -> sentences.add(overtakes("if the weight of "
                        + moves(called.apply(change.criterion()), change.from(), change.to(), SHARES))));
        weights.filter(this::isSmallerThanOneWeight)
                .ifPresent(change -> sentences.add(overtakes(
                        "with the smallest change of weights if " + String.join(" and ", moves(change, called)))));
        return sentences.build();
    }

    /** By how much one score has to rise, in words; nothing where none can, or none needs to. */
    Optional<String> ofScore() {
        return ScoreTable.rounded(lead) == 0
                ? Optional.empty()
                : oneScore.stream()
                        .findFirst()
                        .map(change -> overtakes(
                                "if its score for " + moves(change.criterion(), change.from(), change.to(), SCORES)));
    }

    private boolean isSmallerThanOneWeight(WeightChange change) {
        return oneWeight.isEmpty()
                || ScoreTable.rounded(change.size())
                        < ScoreTable.rounded(oneWeight.get(0).size());
    }

    String overtakes(String condition) {
        return behind + " overtakes " + ahead + " " + condition + ".";
    }

    private static List<String> moves(WeightChange change, UnaryOperator<String> called) {
        List<String> moves = new ArrayList<>();
        change.to().forEach((criterion, to) -> {
            double from = change.from().getOrDefault(criterion, 0.0);
            if (to != from) {
                moves.add(moves(called.apply(criterion), from, to, SHARES));
            }
        });
        return moves;
    }

    private static String moves(String criterion, double from, double to, ImmutableList<Shown> formats) {
        Shown shown = formats.stream()
                .filter(format -> !text(format, from).equals(text(format, to)))
                .findFirst()
                .orElse(Shown.AS_IS);
        return Words.inSentence(criterion)
                + (to > from ? " rises from " : " falls from ")
                + text(shown, from)
                + " to "
                + text(shown, to);
    }

    private static String text(Shown shown, double number) {
        return shown.text(Value.of(number));
    }

    @Override
    public String toString() {
        return OneLine.of(behind + " behind " + ahead, "score lower by " + OneLine.number(lead));
    }

    /** A rise of the normalised score of a company under one criterion, while all other scores stay as they are. */
    public record ScoreChange(String criterion, double from, double to) {

        /** The amount by which the score rises. */
        public double size() {
            return to - from;
        }

        @Override
        public String toString() {
            return OneLine.of(criterion, "score " + OneLine.number(from) + " to " + OneLine.number(to));
        }
    }

    /**
     * A change of weights, both as shares of their sum.
     *
     * @param from the weights of the screen, by criterion
     * @param to the weights after the change
     */
    public record WeightChange(ImmutableMap<String, Double> from, ImmutableMap<String, Double> to) {

        /** By how much the weights change altogether, twice what is moved: Σ |to − from|. */
        public double size() {
            return to.entrySet().stream()
                    .mapToDouble(this::change)
                    .map(Math::abs)
                    .sum();
        }

        private double change(Map.Entry<String, Double> weight) {
            return weight.getValue() - from.getOrDefault(weight.getKey(), 0.0);
        }

        @Override
        public String toString() {
            return OneLine.of("other weights", to.keySet());
        }
    }

    /**
     * A change of the weight of one criterion, to or from which all others give or take in proportion to theirs.
     *
     * @param from the weight now, as a share of all
     * @param to the weight after the change
     */
    public record ProportionalChange(String criterion, double from, double to) {

        /** By how much all weights change altogether: what this one gains, the others lose. */
        public double size() {
            return 2 * Math.abs(to - from);
        }

        @Override
        public String toString() {
            return OneLine.of(criterion, "weight " + OneLine.number(from) + " to " + OneLine.number(to));
        }
    }
}
