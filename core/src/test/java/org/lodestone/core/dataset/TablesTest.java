package org.lodestone.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.MonthDay;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.company.Company.Listing;
import org.lodestone.core.figure.How;
import org.lodestone.core.figure.Reliability;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.market.Price.Vat;
import org.lodestone.core.market.TradeFlow.Flow;
import org.lodestone.core.place.Place;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.project.Status;
import org.lodestone.core.quantity.Quantity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.QuotaRole;
import org.lodestone.core.research.ClaimKind;
import org.lodestone.core.research.Event;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;

/** A line of each table, as rare-earths has it. */
class TablesTest {

    @TempDir
    private Path folder;

    private TinyDataset tiny;

    @BeforeEach
    void write() {
        tiny = TinyDataset.in(folder);
    }

    @Test
    void quotas() {
        tiny.table(
                "quotas",
                "year,batch,stage,ore,holder,holder_kind,quota,unit,how,derivation,note,sources,reliability",
                "2024,year,mining,light,China Northern Rare Earth,group,188650,t REO,derived,\"94,580 + 94,070\",,usgs-2025,read",
                "2025,1,mining,all,all,total,not published,t REO,reported,,,usgs-2025,secondary");

        assertThat(read().quotas().get(0)).satisfies(quota -> {
            assertThat(quota.ore()).isEqualTo(Ore.LIGHT);
            assertThat(quota.holder()).isEqualTo(new Holder(Holder.Kind.GROUP, "China Northern Rare Earth"));
            assertThat(quota.amount().known()).hasValue(188_650);
            assertThat(quota.derivation()).isEqualTo("94,580 + 94,070");
            assertThat(quota.citation().how()).isEqualTo(How.DERIVED);
        });
        assertThat(read().quotas().get(1)).satisfies(quota -> {
            assertThat(quota.holder()).isEqualTo(Holder.ALL);
            assertThat(quota.amount().known()).isEmpty();
            assertThat(quota.citation().isSecondary()).isTrue();
        });
    }

    @Test
    void policies() {
        tiny.table(
                "policies",
                "id,date,effective,jurisdiction,issuer,title,title_local,document,stages,touches,measure,status,as_of,"
                        + "sources,reliability",
                "quota-rules-2025,2025-08-22,2025-08,China,MIIT,Interim measures,暂行办法,,mining; separation,imports;"
                        + " quota,Imported ore comes under the quota,in force,early 2026,usgs-2026,read");

        assertThat(read().policies()).singleElement().satisfies(policy -> {
            assertThat(policy.date()).isEqualTo(Period.parse("2025-08-22"));
            assertThat(policy.stages()).containsExactly("mining", "separation");
            assertThat(policy.touches()).containsExactly("imports", "quota");
            assertThat(policy.asOf()).isEqualTo("early 2026");
        });
    }

    @Test
    void dates() {
        tiny.table(
                "dates",
                "id,when,printed,who,event,effect,status,stages,company,policy,sources,reliability",
                "plant-starts,H1 2027,mid-2027,Somebody,A plant starts,More supply,target,separation,,,usgs-2026,secondary",
                "rule-ends,2026-11-27,,A ministry,A rule ends,,law-or-contract,,,,usgs-2026,read");

        assertThat(read().dates().get(0)).satisfies(plant -> {
            assertThat(plant.when()).isEqualTo(Period.parse("H1 2027"));
            assertThat(plant.printed()).isEqualTo("mid-2027");
            assertThat(plant.status()).isEqualTo(Event.Status.TARGET);
            assertThat(plant.stages()).containsExactly("separation");
            assertThat(plant.citation().isSecondary()).isTrue();
        });
        assertThat(read().dates().get(1)).satisfies(rule -> {
            assertThat(rule.status()).isEqualTo(Event.Status.LAW);
            assertThat(rule.company()).isEmpty();
            assertThat(rule.policy()).isEmpty();
        });
    }

    @Test
    void projects_with_reserves_outputs_and_milestones() {
        tiny.table(
                "projects",
                "id,project,operator,company,place,stage,product,capacity,unit,capacity_reo,status,first_year,note,"
                        + "sources,reliability",
                "mountain-pass-60k,Mountain Pass,MP Materials,,United States,mining,concentrate,60000,t REO/yr,60000,"
                        + "expansion,2026-2027,,usgs-2026,read",
                "mountain-pass-ndpr,Mountain Pass,MP Materials,,United States,separation,NdPr oxide,,,,ramping,2023,,"
                        + "usgs-2026,read");
        tiny.table(
                "project-reserves",
                "project,operator,category,as_of,tonnage,tonnage_unit,grade_pct,contained_reo,note,sources,reliability",
                "Mountain Pass,MP Materials,ore reserve,about 2024,29.5,Mt gross,7–9,,,usgs-2026,read");
        tiny.table(
                "project-outputs",
                "project,period,output,value,unit,how,derivation,sources,reliability",
                "Mountain Pass,2025,REO production,50692,t REO,reported,,usgs-2026,read");
        tiny.table(
                "project-milestones",
                "project,milestone,announced,target,actual,note,sources,reliability",
                "Mountain Pass,60 kt,2023-11,2027,,,usgs-2026,read");

        Dataset dataset = read();
        assertThat(dataset.projects().get(0)).satisfies(project -> {
            assertThat(project.place()).isEqualTo(Place.parse("United States"));
            assertThat(project.unit()).contains(Unit.parse("t REO/yr"));
            assertThat(project.status()).isEqualTo(Status.EXPANSION);
            assertThat(project.firstYear()).isEqualTo("2026-2027");
        });
        assertThat(dataset.projects().get(1).capacity()).isEmpty();
        assertThat(dataset.reserves().get(0)).satisfies(reserve -> {
            assertThat(reserve.gradePct()).map(Object::toString).contains("7–9");
            assertThat(reserve.containedReo()).isEmpty();
        });
        assertThat(dataset.outputs().get(0).value().known()).hasValue(50_692);
        assertThat(dataset.milestones().get(0).actual()).isEmpty();
    }

    @Test
    void conversions_lead_from_one_basis_to_another() {
        // MP Materials, 10-K FY2021: NdPr oxide is 15.7% of the rare-earth oxides of Mountain Pass
        tiny.table("bases", "id,name,description", "REO,Rare-earth oxides,", "gross,Gross weight,", "NdPr,NdPr oxide,");
        tiny.table(
                "conversions",
                "name,from,to,factor,reason,sources",
                "NdPr in REO,t REO,t NdPr,0.157,That of Mountain Pass.,usgs-2026",
                "kilotonnes,t REO,kt REO,0.001,By definition.,usgs-2026");

        Reading reading = tiny.read();

        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "conversions.csv:3: 't REO' and 'kt REO' are on one basis. Use Quantity.in, which needs no"
                                + " assumption.");
        assertThat(reading.dataset().orElseThrow().conversions())
                .singleElement()
                .satisfies(conversion -> {
                    assertThat(conversion.apply(Quantity.parse("45 kt REO")).amount())
                            .isEqualByComparingTo("7065");
                    assertThat(conversion.sources()).containsExactly("usgs-2026");
                });
    }

    @Test
    void a_fact_whose_name_is_nearly_one_that_analyses_read_is_noted() {
        tiny.table(
                "companies",
                "id,name,name_local,mic,symbol,place,stages,currency,year_end,resource,note,sources",
                "LYC.AX,Lynas,,XASX,LYC,Australia,mining; separation,AUD,06-30,Mt Weld,,usgs-2026");
        tiny.table(
                "company-facts",
                "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                "LYC.AX,ebidta,FY2024,132,AUD mn,,reported,,usgs-2026,read",
                "LYC.AX,ebidta,FY2025,101,AUD mn,,reported,,usgs-2026,read",
                "LYC.AX,ebit,FY2025,17,AUD mn,,reported,,usgs-2026,read",
                "LYC.AX,revenue,FY2025,556.5,AUD mn,,reported,,usgs-2026,read");

        Reading reading = tiny.read();
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.notes())
                .extracting(Problem::toString)
                .containsExactly("company-facts.csv:2: fact: no analysis reads 'ebidta'. Did you mean 'ebitda'?");
    }

    @Test
    void companies_with_facts_stakes_and_rates() {
        tiny.table(
                "companies",
                "id,name,name_local,mic,symbol,place,stages,currency,year_end,resource,note,sources",
                "000831.SZ,China Rare Earth,中国稀土,XSHE,000831,China,mining; separation,CNY,12-31,,,usgs-2026",
                "LYC.AX,Lynas,,XASX,LYC,Australia,mining; separation,AUD,06-30,Mt Weld,,usgs-2026",
                "ILU.AX,Iluka,,XASX,ILU,Australia,separation,AUD,,,,usgs-2026");
        tiny.table(
                "company-facts",
                "company,fact,period,value,unit,scope,how,derivation,sources,reliability",
                "000831.SZ,net-profit,2024,-287,CNY mn,attributable,reported,,usgs-2026,read");
        tiny.table(
                "stakes",
                "owner,owned,stake,unit,as_of,note,sources,reliability",
                "Baogang Group,600111.SH,38.03,%,2026-02,,usgs-2026,read");
        tiny.table(
                "exchange-rates",
                "date,period,kind,base_units,base,quote,rate,note,sources,reliability",
                "2022-12-30,2022,year_end,100,JPY,CNY,5.2312,,usgs-2026,read",
                "2022-12-30,2022,year_end,1,USD,CNY,0,,usgs-2026,read",
                "2022-12-31,2022,average,1,USD,AUD,1.44,,usgs-2026,read",
                "2022-12-31,2022-12,average,1,USD,AUD,1.48,,usgs-2026,read",
                "never,2022,average,1,USD,CAD,1.35,,usgs-2026,read");

        Reading reading = tiny.read();
        Dataset dataset = reading.dataset().orElseThrow();
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "exchange-rates.csv:3: '0' CNY for 1 USD is no rate: both must be above zero.",
                        "exchange-rates.csv:5: period: 'AUD for USD, 2022-12-31, average' is '2022-12' here and '2022' in"
                                + " line 4. Write the same in both, or give one another name.",
                        "exchange-rates.csv:6: date: 'never' is not a period. Write a year (2024, FY2024), a half or quarter"
                                + " (H1 2025, Q1 2025), a month or day (2025-07, 2025-07-18) or a span (2026-2027).");
        assertThat(dataset.companies().get("000831.SZ").listing()).isEqualTo(new Listing("XSHE", "000831"));
        assertThat(dataset.companies().get("LYC.AX").yearEnd()).contains(MonthDay.of(6, 30));
        assertThat(dataset.companies().get("ILU.AX").yearEnd()).isEmpty();
        assertThat(dataset.facts().get(0).value().known()).hasValue(-287);
        assertThat(dataset.stakes().get(0).stake().known()).hasValue(38.03);
        assertThat(dataset.rates()).hasSize(2);
    }

    private static final String STAKES = "owner,owned,stake,unit,as_of,note,sources,reliability";

    @Test
    void stakes_in_one_company_that_sum_to_over_the_whole_are_a_problem_that_names_each() {
        tiny.table(
                "stakes",
                STAKES,
                "A,C,60,%,2025,,usgs-2025,read",
                "B,C,45,%,2026-01,,usgs-2026,read",
                "A,D,30,%,2026-01,,usgs-2026,read");
        assertThat(tiny.problems())
                .containsExactly("stakes.csv:3: stake: stakes in 'C' sum to 105%: 'A' 60% of 'C' (line 2, as of 2025,"
                        + " usgs-2025), 'B' 45% of 'C' (line 3, as of 2026-01, usgs-2026). Correct one of them; or, where"
                        + " an owner has sold, add a row with its stake after that.");
        assertThat(tiny.dataset().stakes()).as("every row is kept").hasSize(3);
    }

    @Test
    void two_statements_of_one_stake_are_not_added_and_an_owner_may_sell() {
        tiny.table(
                "stakes",
                STAKES,
                "A,C,60,%,2024,,usgs-2025,read",
                "A,C,50,%,2025,In conflict,usgs-2026,read",
                "B,D,60,%,2024,,usgs-2025,read",
                "B,D,0,%,2025,Sold,usgs-2026,read",
                "E,D,60,%,2025,Bought,usgs-2026,read");
        assertThat(tiny.problems()).isEmpty();
    }

    @Test
    void stakes_that_were_too_much_on_an_earlier_day_are_told_once() {
        tiny.table(
                "stakes",
                STAKES,
                "A,C,60,%,2023,,usgs-2025,read",
                "B,C,60,%,2024,,usgs-2025,read",
                "B,C,10,%,2025,,usgs-2026,read");
        assertThat(tiny.problems()).singleElement().asString().contains("sum to 120%", "line 2", "line 3");
    }

    @Test
    void companies_that_own_each_other_whole_are_a_problem_that_names_the_loop() {
        tiny.table(
                "stakes",
                STAKES,
                "A,B,100,%,2025,,usgs-2025,read",
                "B,A,100,%,2025,,usgs-2026,read",
                "C,D,100,%,2025,,usgs-2025,read",
                "D,C,40,%,2025,,usgs-2026,read");
        assertThat(tiny.problems())
                .containsExactly(
                        "stakes.csv:3: owned: the owners A -> B -> A own each other whole, and nobody else owns a"
                                + " part: 'A' 100% of 'B' (line 2, as of 2025, usgs-2025), 'B' 100% of 'A' (line 3, as of 2025,"
                                + " usgs-2026). Correct one of these stakes, so that they have an owner outside the loop.");
    }

    private static final String ROLES = "holder,company,stage,role,from,until,note,sources,reliability";

    private TinyDataset withQuotaOfNorthern() {
        return tiny.table(
                        "companies",
                        "id,name,name_local,mic,symbol,place,stages,currency,year_end,resource,note,sources",
                        "600111.SH,China Northern,,XSHG,600111,China,separation,CNY,12-31,,,usgs-2026",
                        "600010.SH,Baotou Steel,,XSHG,600010,China,mining,CNY,12-31,,,usgs-2026")
                .table(
                        "quotas",
                        "year,batch,stage,ore,holder,holder_kind,quota,unit,how,derivation,note,sources,reliability",
                        "2024,year,mining,all,China Northern Rare Earth,group,188650,t REO,reported,,,usgs-2025,read");
    }

    @Test
    void who_holds_a_quota_and_who_mines_under_it() {
        Dataset dataset = withQuotaOfNorthern()
                .table(
                        "quota-holders",
                        ROLES,
                        "China Northern Rare Earth,600111.SH,,holds,,,,usgs-2026,read",
                        "China Northern Rare Earth,600010.SH,mining,runs,2020,2024,,usgs-2026,read")
                .dataset();
        assertThat(dataset.quotaRoles()).hasSize(2);
        QuotaRole miner = dataset.quotaRoles().get(1);
        assertThat(miner.role()).isEqualTo(QuotaRole.Role.RUNS);
        assertThat(miner.covers("mining", Period.year(2024))).isTrue();
        assertThat(miner.covers("mining", Period.year(2025))).isFalse();
        assertThat(miner.covers("mining", Period.year(2019))).isFalse();
        assertThat(miner.covers("separation", Period.year(2024))).isFalse();
        assertThat(dataset.quotaRoles().get(0).covers("separation", Period.year(1990)))
                .isTrue();
    }

    @Test
    void bad_rows_on_quota_holders_are_told_and_left_out() {
        withQuotaOfNorthern()
                .table(
                        "quota-holders",
                        ROLES,
                        "China Nothern Rare Earth,600111.SH,,holds,,,,usgs-2026,read",
                        "China Northern Rare Earth,600112.SH,,holds,,,,usgs-2026,read",
                        "China Northern Rare Earth,600010.SH,minning,runs,,,,usgs-2026,read",
                        "China Northern Rare Earth,600010.SH,mining,mines,,,,usgs-2026,read",
                        "all,600010.SH,mining,member,,,,usgs-2026,read",
                        "China Northern Rare Earth,600010.SH,separation,runs,2024,2023,,usgs-2026,read",
                        "China Northern Rare Earth,600111.SH,,holds,,,,usgs-2026,read",
                        "China Northern Rare Earth,600111.SH,,holds,,,Again,usgs-2026,read");
        assertThat(tiny.problems())
                .containsExactly(
                        "quota-holders.csv:2: holder: 'China Nothern Rare Earth' is not in quotas.csv. Did you mean 'China"
                                + " Northern Rare Earth'?",
                        "quota-holders.csv:3: company: '600112.SH' is not in companies.csv. Did you mean '600111.SH'?",
                        "quota-holders.csv:4: stage: 'minning' is not in stages.csv. Did you mean 'mining'?",
                        "quota-holders.csv:5: role: 'mines' is not allowed here. Use one of: holds, consolidates, runs,"
                                + " member, none.",
                        "quota-holders.csv:6: 'member' of 'all' does not fit. A company without a quota has the role none and"
                                + " the holder all, and every other names a holder.",
                        "quota-holders.csv:7: it lasts from '2024' until '2023', which is earlier. Swap them, or correct one.",
                        "quota-holders.csv:9: has the same holder, company, stage, role, from as line 8. Delete one of the"
                                + " two, or tell them apart.");
        assertThat(tiny.dataset().quotaRoles()).hasSize(1);
    }

    @Test
    void prices_trade_and_demand() {
        tiny.table(
                "prices",
                "product,grade,period,price,unit,edition,how,vat,note,sources,reliability",
                "Dysprosium oxide,99.5% min,2024,257,USD/kg,MCS2025,,,,usgs-2025,read",
                "Praseodymium-neodymium oxide,,Q1 2025,430,CNY/kg,,rounded,included,,usgs-2025,read");
        tiny.table(
                "trade",
                "reporter,flow,partner,product,period,value,unit,how,derivation,note,sources,reliability",
                "China,import,Burma,unlisted oxides,2024,44096,t gross,reported,,,usgs-2025,read",
                "China,import,World,rare earths,2024,-10,%,reported,,On the year before,usgs-2025,read");
        tiny.table(
                "demand",
                "material,segment,period,case,value,unit,note,sources,reliability",
                "NdPr oxide,Balance as share of demand,2025,broker forecast,-5.8,%,,usgs-2025,secondary");

        Dataset dataset = read();
        assertThat(dataset.prices()).extracting(price -> price.vat()).containsExactly(Vat.NOT_STATED, Vat.INCLUDED);
        assertThat(dataset.trade().get(0)).satisfies(flow -> {
            assertThat(flow.flow()).isEqualTo(Flow.IMPORT);
            assertThat(flow.partner()).hasToString("Myanmar");
        });
        assertThat(dataset.trade().get(1).value().known()).hasValue(-10);
        assertThat(dataset.demand().get(0)).satisfies(demand -> {
            assertThat(demand.value().known()).hasValue(-5.8);
            assertThat(demand.citation().reliability()).isEqualTo(Reliability.SECONDARY);
        });
    }

    @Test
    void entries_of_sources_that_could_not_be_read() {
        tiny.table(
                "unread",
                "file,line,place,measure,period,text,reason",
                "mcs2023-antim_world.csv,9,Russia (recoverable),Mine production,2022,20000,It is not a place.",
                "mcs2023-salient.csv,,,,,,It is no table.",
                "mcs2023-antim_world.csv,none,Iran,,,,It is not a place.",
                "mcs2023-antim_world.csv,0,Iran,,,,It is not a place.",
                ",3,Iran,,,,It is not a place.",
                "mcs2023-antim_world.csv,3,Iran,,,,");

        Reading reading = tiny.read();
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "unread.csv:4: line: 'none' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                        "unread.csv:5: line: '0' is no line of a file. Lines count from 1.",
                        "unread.csv:6: file: is empty, and every row of unread needs it. Fill it in.",
                        "unread.csv:7: reason: is empty, and every row of unread needs it. Fill it in.");
        assertThat(reading.dataset().orElseThrow().unread())
                .containsExactly(
                        new Unread(
                                "mcs2023-antim_world.csv",
                                OptionalInt.of(9),
                                "Russia (recoverable)",
                                "Mine production",
                                "2022",
                                "20000",
                                "It is not a place."),
                        new Unread("mcs2023-salient.csv", OptionalInt.empty(), "", "", "", "", "It is no table."));
        assertThat(reading.dataset().orElseThrow().unread())
                .extracting(Unread::at)
                .containsExactly("mcs2023-antim_world.csv:9", "mcs2023-salient.csv");
    }

    @Test
    void claims_risks_and_assumptions() {
        tiny.table(
                "claims",
                "id,statement,printed,unit,finding,measure,place,period,edition,threshold,expected,note,sources",
                "china-share,China mined 68.54%.,68.54,%,share,mine-production,China,2024,MCS2025,,reproduced,,usgs-2025",
                "whole-chain,Only China has all stages.,1,x,whole-chain,,,2024,,has-stage-threshold,not-checkable,,"
                        + "usgs-2025");
        tiny.table(
                "risks",
                "id,name,claim,stage,place,driver,unit,note,sources",
                "myanmar,More ore from Myanmar,Supply grows slowly,mining,Burma,Output of Myanmar,t REO,,usgs-2025");
        tiny.table(
                "assumptions",
                "id,name,scenario,value,unit,reason,sources",
                "has-stage-threshold,Share that counts,Base,5,%,Ours to change.,",
                "has-stage-threshold,Share that counts,Tight,10,%,Ours to change.,");

        Dataset dataset = read();
        assertThat(dataset.claims().get(0)).satisfies(claim -> {
            assertThat(claim.printed()).isEqualTo("68.54");
            assertThat(claim.finding()).isEqualTo(ClaimKind.SHARE);
            assertThat(claim.place()).contains("China");
            assertThat(claim.expected()).isEqualTo(Verdict.REPRODUCED);
        });
        assertThat(dataset.claims().get(1).threshold()).contains("has-stage-threshold");
        assertThat(dataset.risks().get(0).place()).contains(Place.parse("Myanmar"));
        assertThat(dataset.assumptions()).hasSize(2);
    }

    private Dataset read() {
        return tiny.read().orElseThrow();
    }
}
