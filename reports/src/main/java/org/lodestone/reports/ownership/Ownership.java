package org.lodestone.reports.ownership;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableTable;
import com.google.common.graph.Graph;
import com.google.common.graph.Graphs;
import com.google.common.graph.MutableGraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.lodestone.core.company.Stake;
import org.lodestone.core.company.StakeRegister;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.company.StatedStake;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;
import org.lodestone.reports.internal.words.CompanyNames;

/**
 * Effective stakes as of a day.
 *
 * <pre>V = (I − D)⁻¹,  y_ij = (v_ij − δ_ij) / v_ii</pre>
 *
 * <p>D holds the direct stakes, owner i by owned j, as parts of one. V = I + D + D² + … counts every chain, and has an end
 * where no companies own each other whole, even if they own each other in part: where the spectral radius of D is below one.
 * Of an owner that is owned by what it owns, V counts the chains that come back to the owner as well. The division by v_ii
 * leaves them out, so that two firms that hold 90% of each other hold 90%, not 474%. For all others v_ii is one.
 *
 * <p>Nobody holds more than the whole, and owners that nobody owns hold the whole between them where all stakes are known.
 * Owners that own each other count the same tonnes each for itself, as a parent and its subsidiary do, so that only the
 * effective stakes of owners of whom none owns another add up.
 *
 * <p>After Baldone, Brioschi and Paleari, <i>Ownership Measures Among Firms Connected by Cross-Shareholdings and a Further
 * Analysis of Input-Output Interdependencies</i> (1998).
 *
 * @param date the last day whose statements count
 * @param register the direct stakes
 * @param stated the same, each with its key
 * @param effective by owner and owned, wherever a chain of stakes leads from one to the other
 */
public record Ownership(
        LocalDate date,
        StakeRegister register,
        ImmutableList<StatedStake> stated,
        ImmutableTable<String, String, EffectiveStake> effective) {

    private static final Term AS_SOLVED = Term.of("stake as it was solved for with");

    private static final double HUNDRED_PERCENT = 100;

    /** A pivot below this is zero but for rounding, so that the stakes have no solution. */
    private static final double SINGULAR = 1e-11;

    /** Who owns whom as of the day on which the dataset's figures had been gathered. */
    public static Ownership of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return of(dataset.stakes(), dataset.gathered().last(), id -> CompanyNames.of(dataset, id));
    }

    /** Who owns whom as of {@code date}. Throws if some companies own each other whole, and names them. */
    public static Ownership of(List<Stake> stated, LocalDate date) {
        return of(stated, date, id -> id);
    }

    private static Ownership of(List<Stake> stated, LocalDate date, UnaryOperator<String> name) {
        StakeRegister register = StakeRegister.asOf(stated, date);
        register.circles().forEach(circle -> requireSolvable(register, circle));
        ImmutableList<StatedStake> counted = StatedStake.of(stated).stream()
                .filter(one -> register.stakes().contains(one.stake()))
                .collect(ImmutableList.toImmutableList());
        return new Ownership(date, register, counted, new Solution(register, name).all());
    }

    /** The stake of an owner in a company; empty where no chain of stakes leads there. */
    public Optional<EffectiveStake> stake(String owner, String owned) {
        return Optional.ofNullable(effective.get(owner, owned));
    }

    /** All effective stakes, owner by owner. */
    public ImmutableList<EffectiveStake> all() {
        return ImmutableList.copyOf(effective.values());
    }

    /**
     * The model that gives the keys of effective stakes their values.
     *
     * <pre>y_ij = Σ d_ik · y_kj over all k that i owns a part of, with y_jj = 1</pre>
     *
     * <p>Where companies on the way own each other, a sheet cannot solve for a stake: it is then Java's result, which is out of date
     * as soon as a stake on the way is another.
     */
    public Model model() {
        Model.Builder model = Model.builder().include(Definitions.MODEL).include(StatedStake.model(stated));
        Set<String> circling = new HashSet<>();
        register.circles().forEach(circling::addAll);
        for (EffectiveStake stake : all()) {
            boolean circles = stake.through().stream()
                    .anyMatch(one -> circling.contains(one.owner()) || circling.contains(one.owned()));
            if (circles) {
                Dated.add(
                        model,
                        current(stake, model),
                        stake.key(),
                        stake.part(),
                        ValueUnit.NUMBER,
                        "solved for: companies own each other");
            } else {
                model.calculation(stake.key(), held(stake));
            }
        }
        return model.build();
    }

    private Formula held(EffectiveStake stake) {
        return on(stake).stream()
                .filter(one -> one.stake().owner().equals(stake.owner()))
                .map(one -> held(one, stake.owned()))
                .reduce(Formula::plus)
                .orElse(ZERO)
                .in(ValueUnit.NUMBER);
    }

    private Formula held(StatedStake one, String owned) {
        Formula part = one.key().over(HUNDRED);
        return one.stake().owned().equals(owned)
                ? part
                : part.times(stake(one.stake().owned(), owned).orElseThrow().key());
    }

    /** The stakes on the way from an owner to what it owns. */
    private List<StatedStake> on(EffectiveStake stake) {
        return stated.stream()
                .filter(one -> stake.through().contains(one.stake()))
                .toList();
    }

    /** Whether the stakes on the way are those that it was solved for with. */
    private Key current(EffectiveStake stake, Model.Builder model) {
        List<Key> flags = new ArrayList<>();
        for (StatedStake one : on(stake)) {
            Value then = Value.of(one.stake().stake());
            Subject of = Subject.of(one.key());
            Key used = AS_SOLVED.of(of);
            Key flag = AS_SOLVED.sub("unchanged").of(of);
            if (!model.has(used)) {
                model.computed(used, then, ValueUnit.PERCENT, "the stake that was used");
                model.calculation(flag, Unchanged.of(one.key(), used, then));
            }
            flags.add(flag);
        }
        return model.calculation(
                Dated.current("what " + stake.owner() + " holds of " + stake.owned()), Dated.all(flags));
    }

    /** The matrix of known direct stakes among some companies. */
    private static RealMatrix direct(StakeRegister register, List<String> names) {
        RealMatrix direct = new Array2DRowRealMatrix(names.size(), names.size());
        for (Stake stake : register.stakes()) {
            int owner = names.indexOf(stake.owner());
            int owned = names.indexOf(stake.owned());
            if (owner >= 0 && owned >= 0) {
                stake.stake().known().ifPresent(percent -> direct.setEntry(owner, owned, percent / HUNDRED_PERCENT));
            }
        }
        return direct;
    }

    private static DecompositionSolver solver(RealMatrix direct) {
        RealMatrix rest =
                MatrixUtils.createRealIdentityMatrix(direct.getRowDimension()).subtract(direct);
        return new LUDecomposition(rest, SINGULAR).getSolver();
    }

    /** For a matrix without negative entries, I − D has an inverse without them just if D's spectral radius is below one. */
    private static void requireSolvable(StakeRegister register, ImmutableSet<String> circle) {
        RealMatrix direct = direct(register, circle.asList());
        DecompositionSolver solver = solver(direct);
        boolean solvable = solver.isNonSingular()
                && Stream.of(solver.getInverse().getData())
                        .flatMapToDouble(Arrays::stream)
                        .noneMatch(entry -> entry < -SINGULAR);
        if (!solvable) {
            List<Stake> loop = register.loop(circle);
            throw new IllegalArgumentException("Who owns whom in the end has no answer where companies own each other"
                    + " whole: " + loop.get(0).owner()
                    + loop.stream()
                            .map(stake ->
                                    " -> " + stake.owned() + " (" + stake.stake() + "%, as of " + stake.asOf() + ")")
                            .collect(joining())
                    + ". Correct one of these stakes.");
        }
    }

    /** Works out every effective stake of a register. */
    private static final class Solution {
        private final StakeRegister register;
        private final Graph<String> graph;
        private final ImmutableList<String> names;
        private final UnaryOperator<String> name;

        /** V − I: all chains, those too that come back to their owner. */
        private final RealMatrix chains;

        Solution(StakeRegister register, UnaryOperator<String> name) {
            this.register = register;
            this.name = name;
            this.graph = register.graph().asGraph();
            this.names = ImmutableList.copyOf(graph.nodes());
            if (names.isEmpty()) {
                this.chains = new Array2DRowRealMatrix();
            } else {
                RealMatrix direct = direct(register, names);
                this.chains = solver(direct).solve(direct);
            }
        }

        ImmutableTable<String, String, EffectiveStake> all() {
            ImmutableTable.Builder<String, String, EffectiveStake> all = ImmutableTable.builder();
            for (String owner : names) {
                for (String owned : Graphs.reachableNodes(graph, owner)) {
                    if (!owned.equals(owner)) {
                        all.put(owner, owned, stake(owner, owned));
                    }
                }
            }
            return all.build();
        }

        private EffectiveStake stake(String owner, String owned) {
            ImmutableList<Stake> through = between(owner, owned);
            Optional<Stake> unknown = through.stream()
                    .filter(stake -> stake.stake().known().isEmpty())
                    .findFirst();
            double part = part(names.indexOf(owner), names.indexOf(owned));
            Value value = unknown.<Value>map(
                            stake -> new Value.Missing(stake.stake().printed(), reason(stake)))
                    .orElseGet(() -> Value.of(part));
            return new EffectiveStake(
                    owner,
                    owned,
                    register.graph().edgeValue(owner, owned),
                    value,
                    unknown.map(stake -> unknown(owner, owned, stake))
                            .orElseGet(() -> new Paths(through, owner, owned, name).inWords(part)),
                    through);
        }

        private double part(int owner, int owned) {
            return chains.getEntry(owner, owned) / (1 + chains.getEntry(owner, owner));
        }

        /** Every stake on some way from one to the other that does not come back to the owner. */
        private ImmutableList<Stake> between(String owner, String owned) {
            MutableGraph<String> onward = Graphs.copyOf(graph);
            graph.predecessors(owner).forEach(back -> onward.removeEdge(back, owner));
            ImmutableSet<String> below = ImmutableSet.copyOf(Graphs.reachableNodes(onward, owner));
            ImmutableSet<String> above = ImmutableSet.copyOf(Graphs.reachableNodes(Graphs.transpose(onward), owned));
            return register.stakes().stream()
                    .filter(stake -> !stake.owned().equals(owner))
                    .filter(stake -> below.contains(stake.owner()) && above.contains(stake.owned()))
                    .collect(ImmutableList.toImmutableList());
        }

        private String unknown(String owner, String owned, Stake stake) {
            boolean direct = stake.owner().equals(owner) && stake.owned().equals(owned);
            String reason = reason(stake);
            return direct
                    ? "The" + reason.substring("the".length())
                    : "The stake of " + name.apply(owner) + " in " + name.apply(owned) + " is not known, since "
                            + reason;
        }

        private String reason(Stake unknown) {
            return "the stake of " + name.apply(unknown.owner()) + " in " + name.apply(unknown.owned())
                    + " is stated as “" + unknown.stake().printed() + "”";
        }
    }

    @Override
    public String toString() {
        return OneLine.of("ownership", date, OneLine.count(stated, "stake"));
    }

    /**
     * The stake of one owner in a company, held directly and through others.
     *
     * @param direct the stated stake; empty where all is held through others
     * @param part of the whole: 0.3 is 30%; missing where a stake on the way is not known
     * @param inWords how it is held: {@code A holds 30% of C through B (60% × 50%)}
     * @param through every stake on the way
     */
    public record EffectiveStake(
            String owner,
            String owned,
            Optional<Stake> direct,
            Value part,
            String inWords,
            ImmutableList<Stake> through) {

        /** The key under which the stake is a value of the model, as a ratio. */
        public Key key() {
            return Term.of("effective stake of " + owner).of(Subject.of(owned));
        }

        /** When the stakes on the way were stated, in their sources' words. */
        public String asOf() {
            return String.join(
                    "; ", through.stream().map(Stake::asOf).distinct().sorted().toList());
        }

        /** The sources of the stakes on the way. */
        public ImmutableSet<String> sources() {
            return through.stream()
                    .flatMap(stake -> stake.citation().sources().stream())
                    .collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(owner, owned), inWords);
        }
    }
}
