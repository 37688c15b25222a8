package org.lodestone.core.dataset;

import static org.lodestone.core.dataset.CellType.NAME;
import static org.lodestone.core.dataset.CellType.NUMBER;
import static org.lodestone.core.dataset.CellType.PERIOD;
import static org.lodestone.core.dataset.CellType.PLACE;
import static org.lodestone.core.dataset.CellType.PLACE_NAME;
import static org.lodestone.core.dataset.CellType.TEXT;
import static org.lodestone.core.dataset.CellType.UNIT;
import static org.lodestone.core.dataset.CellType.WHOLE;
import static org.lodestone.core.dataset.CellType.by;
import static org.lodestone.core.dataset.CellType.id;
import static org.lodestone.core.dataset.CellType.ids;
import static org.lodestone.core.dataset.CellType.words;

import org.lodestone.core.place.Place;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Risk;
import org.lodestone.core.research.Verdict;

/** The tables of an argument: what a note claims, what would put it in doubt, and what is due. */
final class ResearchTables {

    static final Table<Risk> RISKS = Table.of("risks", "Risks", t -> {
        t.key("id*", NAME, Risk::id, "Identifier, unique in this table");
        t.column("name*", NAME, Risk::name, "Name");
        t.column("claim*", TEXT, Risk::claim, "What it would put in doubt");
        t.column("stage", id(ChainTables.STAGES).optional(), Risk::stage, "Identifier of a stage");
        t.column("place", PLACE.optional(), Risk::place);
        t.column("driver*", NAME, Risk::driver, "What a shock moves");
        t.column("unit", UNIT.optional(), Risk::unit);
        t.column("note", TEXT, Risk::note, "Remark");
        t.sources("sources*", Risk::sources);
        return t.inOrder(Risk.class);
    });

    static final Table<Claim> CLAIMS = Table.of("claims", "Claims", t -> {
        t.key("id*", NAME, Claim::id, "Identifier, unique in this table");
        t.column("statement*", TEXT, Claim::statement, "The claim in our own words");
        var printed = t.column("printed*", NAME, Claim::printed, "Exactly what was printed");
        t.column("unit*", UNIT, Claim::unit, "Unit of what was printed; x where it is a count, a date or words");
        var finding = t.column("finding*", words(ClaimKind.class), Claim::finding, "What kind of finding it is");
        t.column(
                "measure",
                by(finding, ResearchTables::measured).optional(),
                Claim::measure,
                "Measure, or stage for quotas");
        t.column(
                "place",
                by(finding, ResearchTables::placed).optional(),
                Claim::place,
                "Country, project line or policy, by the kind of finding");
        t.column("period", PERIOD.optional(), Claim::period);
        t.edition(t.column(
                "edition",
                id(SourceTables.EDITIONS).optional(),
                Claim::edition,
                "Edition against which it is checked"));
        t.column("threshold", ForecastTables.PREMISE.optional(), Claim::threshold, "Identifier of an assumption");
        t.column(
                "answered_by",
                NAME.optional(),
                Claim::answeredBy,
                "Identifier of the finding that answers a step of the argument, such as chain, replacement, screen, a conclusion or one of your own");
        t.column("expected*", words(Verdict.class), Claim::expected, "Verdict that is expected");
        t.column("note", TEXT, Claim::note, "Remark");
        t.sources("sources*", Claim::sources);
        return t.inOrder(Claim.class, row -> {
            if (row.get(finding).isNumber()) {
                row.get(printed, NUMBER);
            }
        });
    });

    static final Table<Event> DATES = Table.of("dates", "Dates to watch", t -> {
        t.key("id*", NAME, Event::id, "Identifier, unique in this table");
        var when = t.column("when*", PERIOD, Event::when, "Day, month or longer span that it falls into");
        t.column("printed", NAME, Event::printed, "The time in its source's words, where these are less exact");
        t.column("who*", NAME, Event::who, "Whose doing it is");
        t.column("event*", TEXT, Event::event, "What is due, or passed");
        t.column("short", NAME, Event::brief, "The same in a few words, for the front page");
        t.column("effect", TEXT, Event::effect, "What it is expected to change");
        var status = t.column(
                "status*",
                words(Event.Status.class),
                Event::status,
                "On which ground it is due, or how it passed: law-or-contract, target, broker-estimate, pattern, passed,"
                        + " passed-not-read, or not-published");
        t.column(
                "lead",
                WHOLE.orBlank(0),
                Event::lead,
                "Place among the dates that lead, 1 first, whether due or passed; empty for all others");
        t.column("stages", ids(ChainTables.STAGES), Event::stages, "Stages that it touches, separated by \"; \"");
        t.column(
                "company",
                id(CompanyTables.COMPANIES).optional(),
                Event::company,
                "Identifier of the company it touches");
        t.column(
                "policy",
                id(QuotaTables.POLICIES).optional(),
                Event::policy,
                "Identifier of the policy that sets the date");
        t.column(
                "moves",
                ids(ForecastTables.ASSUMPTIONS),
                Event::moves,
                "Identifiers of the assumptions of the forecast that it moves, separated by \"; \"");
        t.cites(Event::citation).sources();
        t.fact("date").says("when", when).says("status", status);
        return t.inOrder(Event.class);
    });

    private ResearchTables() {}

    /** Quotas belong to stages, so a finding about them names a stage where others name a measure. */
    private static CellType<String> measured(ClaimKind finding) {
        return switch (finding) {
            case QUOTA, QUOTA_GROWTH, QUOTA_GROWTH_BELOW_AVERAGE, HOLDERS -> id(ChainTables.STAGES);
            case TOTAL, AMOUNT, SHARE, GROWTH -> id(ChainTables.MEASURES);
            default -> TEXT;
        };
    }

    /** A finding about a project line or a policy names that where others name a place; a total is the world's. */
    private static CellType<String> placed(ClaimKind finding) {
        return switch (finding) {
            case PROJECT_CAPACITY -> id(ProjectTables.PROJECTS);
            case POLICY -> id(QuotaTables.POLICIES);
            case TOTAL -> CellType.of("string", ResearchTables::world, name -> name, "");
            default -> PLACE_NAME;
        };
    }

    private static String world(String text) {
        Place place = Place.parse(text);
        if (!place.equals(Place.WORLD)) {
            throw new IllegalArgumentException("'" + text + "': a total is that of the world. Leave the cell empty, or"
                    + " write " + ClaimKind.AMOUNT + " as the finding, which is what one place has.");
        }
        return place.name();
    }
}
