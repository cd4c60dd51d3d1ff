package dev.creatorledger.platform.calendar;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.creatorledger.events.calendar.BusinessCalendar;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Iran's business days as the service brings them along: Thursday and Friday are the weekend; holidays of the solar
 * year are computed, those of the lunar one and single days are dated ones from a file. It reaches from 2017 to 2040.
 */
public final class IranianCalendar {

    private static final int FIRST_YEAR = 1395;
    private static final int LAST_YEAR = 1419;
    private static final ULocale PERSIAN = new ULocale("fa_IR@calendar=persian");
    private static final String DATED = "/calendar/ir-dated-holidays.csv";

    /** A day of the Persian year, both from 1. */
    private record SolarDay(int month, int day) {}

    /** Nowruz (1–4 Farvardin), Republic Day, Nature Day, 14 and 15 Khordad, 22 Bahman, 29 and 30 Esfand. */
    private static final List<SolarDay> FIXED = List.of(
            new SolarDay(1, 1),
            new SolarDay(1, 2),
            new SolarDay(1, 3),
            new SolarDay(1, 4),
            new SolarDay(1, 12),
            new SolarDay(1, 13),
            new SolarDay(3, 14),
            new SolarDay(3, 15),
            new SolarDay(11, 22),
            new SolarDay(12, 29),
            new SolarDay(12, 30));

    private IranianCalendar() {}

    /** The calendar, as its first version. */
    public static BusinessCalendar builtIn() {
        Set<LocalDate> holidays = new HashSet<>(dated());
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            for (SolarDay day : FIXED) {
                addIfItExists(year, day, holidays);
            }
        }
        return new BusinessCalendar("IR", 1, Set.of(DayOfWeek.THURSDAY, DayOfWeek.FRIDAY), holidays);
    }

    /** The last month has 30 days in leap years alone. */
    private static void addIfItExists(int year, SolarDay day, Set<LocalDate> holidays) {
        Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, PERSIAN);
        calendar.clear();
        calendar.set(year, day.month() - 1, day.day());
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(calendar.getTimeInMillis()), ZoneOffset.UTC);
        if (calendar.get(Calendar.DAY_OF_MONTH) == day.day()) {
            holidays.add(date);
        }
    }

    private static Set<LocalDate> dated() {
        InputStream file = Objects.requireNonNull(IranianCalendar.class.getResourceAsStream(DATED), DATED);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(LocalDate::parse)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
