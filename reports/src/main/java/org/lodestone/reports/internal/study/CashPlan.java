package org.lodestone.reports.internal.study;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * A project as numbers: what it costs, earns and pays in each year. Money in one unit; years from the first of building.
 *
 * @param capex spent in equal parts over the years of building
 * @param build years of building
 * @param ebitda of each year of operation at full output; as many as the life has
 * @param ramp part of full output in the first years of operation; the last holds from then on
 * @param sustaining spent each year from the second year of operation, as a part of {@code capex}
 * @param depreciation years over which {@code capex} is written off in equal parts; no more than the life
 * @param tax on profit above the losses carried forward
 */
public record CashPlan(
        double capex,
        int build,
        ImmutableDoubleArray ebitda,
        ImmutableDoubleArray ramp,
        double sustaining,
        int depreciation,
        double tax) {

    /** Throws where there is no year of building, of operation, of ramp or of writing off. */
    public CashPlan {
        if (build < 1 || ebitda.isEmpty() || ramp.isEmpty() || depreciation < 1) {
            throw new IllegalArgumentException("A project has at least one year of building and of operation.");
        }
    }

    /** Years of operation. */
    public int life() {
        return ebitda.length();
    }

    /** The same with earnings so many times as large. */
    public CashPlan earning(double times) {
        return new CashPlan(
                capex,
                build,
                ImmutableDoubleArray.copyOf(ebitda.stream().map(one -> one * times)),
                ramp,
                sustaining,
                depreciation,
                tax);
    }

    /** The money taken in less that spent, year by year; losses are carried forward without end. */
    public CashFlows flows() {
        double[] flows = new double[build + life()];
        double loss = 0;
        int written = Math.min(depreciation, life());
        for (int year = 0; year < build; year++) {
            flows[year] = -capex / build;
        }
        for (int year = 0; year < life(); year++) {
            double earned = ebitda.get(year) * ramp.get(Math.min(year, ramp.length() - 1));
            double spent = year == 0 ? 0 : sustaining * capex;
            double taxable = earned - spent - (year < written ? capex / written : 0);
            double paid = tax * Math.max(0, taxable - loss);
            loss = Math.max(0, loss - taxable);
            flows[build + year] = earned - spent - paid;
        }
        return new CashFlows(ImmutableDoubleArray.copyOf(flows), build);
    }
}
