package org.lodestone.core.internal.table;

import com.google.common.collect.ImmutableSetMultimap;

/** The currencies that a sign may be of: a dollar sign does not say whose dollars. */
public final class CurrencySigns {

    private static final ImmutableSetMultimap<String, String> CURRENCIES =
            ImmutableSetMultimap.<String, String>builder()
                    .putAll("$", "USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "NAD", "ARS", "CLP", "COP", "MXN")
                    .put("US$", "USD")
                    .put("A$", "AUD")
                    .put("AU$", "AUD")
                    .put("C$", "CAD")
                    .put("CA$", "CAD")
                    .put("HK$", "HKD")
                    .put("NZ$", "NZD")
                    .put("NT$", "TWD")
                    .put("MX$", "MXN")
                    .put("S$", "SGD")
                    .put("R$", "BRL")
                    .put("€", "EUR")
                    .put("£", "GBP")
                    .putAll("¥", "CNY", "JPY")
                    .putAll("￥", "CNY", "JPY")
                    .put("RMB", "CNY")
                    .put("₹", "INR")
                    .put("Rs", "INR")
                    .put("Rs.", "INR")
                    .put("₩", "KRW")
                    .put("₽", "RUB")
                    .put("₺", "TRY")
                    .build();

    private CurrencySigns() {}

    /** Whether {@code sign} may be one of {@code currency}: {@code $} of USD and AUD, {@code USD} of itself. */
    public static boolean isOf(String sign, String currency) {
        return sign.equals(currency) || CURRENCIES.containsEntry(sign, currency);
    }
}
