package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that does not hang together is refused with its file, line and remedy; the small forecast is given one that does. */
class FeedRulesTest {

    @TempDir
    private Path folder;

    private SmallForecast forecast;

    @BeforeEach
    void feed() {
        forecast = SmallForecast.in(folder)
                .add(
                        "projects",
                        "plant,Plant,Miner,,Malaysia,separation,oxides,20000,t REO/yr,20000,operating,2013,,usgs-2025,")
                .add("assumptions", "plant-runs,Base,,Made today,15000,t REO/yr,2024-2030,,As published.,")
                .add("assumptions", "yield,Base,,Yield,90,%,2024-2030,,None found.,")
                .add("assumptions", "content,Base,,Content,100,%,,,Oxides in both.,")
                .add("assumptions", "open,Base,,Open,50,%,2024-2030,,Half.,")
                .edit(
                        "limits",
                        "refined,Malaysia,capacity,outlook,,delivery,2030,phasing,,,",
                        "refined,Malaysia,capacity,plants,,,,,,,")
                .edit("limits", "refined,China,capacity,held,,,,,,,", "refined,China,feed,fed,,,,,yield,,")
                .table("pipeline", """
                        id,project,measure,counts,capacity,runs,outlet,content,pool,scrap,start,delay,probability,ramp,speed,disruption,note,sources
                        new-mine,new-mine,mine-production,new,,,,,,,mine-start,mine-delay,mine-probability,mine-ramp,ramp-speed,disruption,,
                        plant,plant,refined,whole,,plant-runs,,,Australia,,mine-start,mine-delay,mine-probability,mine-ramp,,,,
                        """)
                .table("feeds", """
                        measure,from,place,pool,content,contained,edition,open,note,sources
                        refined,mine-production,China,,content,,,,,
                        refined,mine-production,United States,,content,,,open,,
                        refined,mine-production,Australia,Australia,content,,,open,,
                        """);
    }

    private List<String> problems() {
        return forecast.problems();
    }

    @Test
    void a_sound_feed_is_read_without_a_problem() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void ore_of_a_place_that_is_not_forecast() {
        forecast.add("feeds", "refined,mine-production,Chile,,content,,,,,");
        assertThat(problems())
                .containsExactly(
                        "feeds.csv:5: place: 'Chile' has no limit of 'mine-production' in limits.csv, so its ore is not"
                                + " forecast. Did you mean 'China'?");
    }

    @Test
    void a_place_whose_ore_would_go_nowhere() {
        forecast.edit("feeds", "refined,mine-production,United States,,content,,,open,,\n", "");
        assertThat(problems())
                .containsExactly(
                        "feeds.csv:2: place: 'United States' has a limit of 'mine-production' and no row here, so its ore"
                                + " would go nowhere. Add a row for it.");
    }

    @Test
    void a_pool_without_plants_and_plants_without_ore() {
        forecast.edit("feeds", "Australia,Australia,content", "Australia,Perth,content");
        assertThat(problems())
                .containsExactly(
                        "feeds.csv:4: pool: pipeline.csv has no plant of 'refined' that takes from the pool 'Perth'. Use one of: Australia.",
                        "pipeline.csv:3: pool: no ore goes to the pool 'Australia', neither in feeds.csv nor from a mine in pipeline.csv. Use one of: Perth.");
    }

    @Test
    void a_later_stage_feeds_no_earlier_one() {
        forecast.edit("feeds", "refined,mine-production,China,,content", "refined,refined,China,,content");
        assertThat(problems())
                .contains(
                        "feeds.csv:2: from: 'refined' is not of a stage before that of 'refined', and only an earlier stage feeds a"
                                + " later one. Name a measure of an earlier stage.");
    }

    @Test
    void a_yield_of_nothing_a_content_over_the_whole_and_more_open_than_there_is() {
        forecast.edit("assumptions", "Yield,90,%", "Yield,0,%")
                .edit("assumptions", "Content,100,%", "Content,120,%")
                .edit("assumptions", "Open,50,%", "Open,150,%");
        assertThat(problems())
                .hasSize(3)
                .anyMatch(one -> one.endsWith(
                        "'0 %' for 'yield' in the scenario 'Base' cannot be. A yield is more than 0 and no more"
                                + " than 100 %."))
                .anyMatch(one -> one.endsWith(
                        "'120 %' for 'content' in the scenario 'Base' cannot be. A tonne contains no more than 100 %."))
                .anyMatch(one -> one.endsWith(
                        "'150 %' for 'open' in the scenario 'Base' cannot be. A share lies between 0 and 100 %."));
    }

    @Test
    void the_path_fed_without_feeds() {
        forecast.without("feeds");
        assertThat(problems())
                .contains(
                        "limits.csv:5: path: feeds.csv has no row for 'refined', so nothing says what feeds it. Add one, or use another"
                                + " path.");
    }

    @Test
    void a_year_without_a_value_of_what_is_open() {
        forecast.edit("assumptions", "Open,50,%,2024-2030", "Open,50,%,2025-2030");
        assertThat(problems())
                .contains(
                        "feeds.csv:3: open: 'open' has no value for 2024: it applies in '2025-2030', and the forecast runs from 2024 to"
                                + " 2030. Widen its period.");
    }

    @Test
    void a_plant_that_makes_more_than_its_capacity() {
        forecast.edit("assumptions", "Made today,15000", "Made today,25000");
        assertThat(problems())
                .containsExactly(
                        "pipeline.csv:3: runs: 'plant-runs' is '25000', more than the '20000 t REO/yr' that 'plant' can make by"
                                + " projects.csv. Correct one of them.");
    }

    @Test
    void what_a_plant_makes_is_counted_once() {
        forecast.edit("limits", "refined,Malaysia,capacity,plants,,,,,,,", "refined,Malaysia,capacity,held,,,,,,,");
        assertThat(problems())
                .containsExactly(
                        "pipeline.csv:3: runs: what it makes today is within the limit of 'Malaysia' as well. Give that the path"
                                + " plants, or leave runs empty.");
    }

    @Test
    void a_line_that_does_not_count_says_why() {
        forecast.edit("pipeline", "new-mine,new-mine,mine-production,new", "new-mine,new-mine,mine-production,not");
        assertThat(problems()).anyMatch(one -> one.startsWith("pipeline.csv:2: "));
    }

    @Test
    void scrap_without_what_says_how_it_grows() {
        forecast.edit("balances", "scrap,scrap-follows,scrap-within,published", "scrap,,scrap-within,published");
        assertThat(problems())
                .containsExactly(
                        "balances.csv:2: scrap, scrap_follows and within go together: 'scrap' needs the other two. Name their"
                                + " assumptions.");
    }

    @Test
    void an_anchor_of_another_year() {
        forecast.edit("assumptions", "published,Base,,Balance,0,t REO,2024", "published,Base,,Balance,0,t REO,2023");
        assertThat(problems())
                .containsExactly(
                        "balances.csv:2: anchor: 'published' is of 2023, and the first year of 'refined' is 2024. Write that in its"
                                + " period, or name another.");
    }
}
