package org.maaledger.command.importing;

/** The numbered rules that a row, or a whole file, can break. A number never changes its meaning and is never used again. */
public enum ImportRule {
    /** The file cannot be read to its end. */
    FILE_UNREADABLE(
            1,
            "the file must be CSV in UTF-8, plain or gzipped",
            "save it as CSV UTF-8; the message says where reading stopped"),
    /** A column is not there. */
    COLUMN_MISSING(
            2,
            "the header must name every column of the mapping",
            "use the file as published, or choose the mapping made for it"),
    /** A column is there twice. */
    COLUMN_TWICE(3, "the header must name a column once", "remove one of them"),
    /** Bounded memory needs a bound. */
    TOO_MANY_ROWS(4, "a file holds at most 2,000,000 rows", "split the file by indicator"),
    /** Spreadsheets of other countries write semicolons. */
    SEPARATOR(5, "cells must be separated by commas", "save the file as CSV with commas"),
    /** A packed file may hold more than any disk. */
    FILE_TOO_LONG(6, "a file has at most 2 GiB, unpacked", "split the file by indicator"),
    /** Bounded memory needs a bound here too. */
    FILE_TOO_WIDE(
            7,
            "a file tells of at most 300,000 series and periods, and of 10,000 areas and indicators that are new",
            "split the file by indicator; see whether the columns are the right ones"),
    /** Who saves a file under another name does not mean other figures. */
    DATA_SET_UNKNOWN(
            8,
            "the file must have the name under which its source publishes it, or its indicator must be named",
            "give it that name, such as claimant-count.csv, or name the indicator: --indicator claimant-count, over HTTP"
                    + " indicator=claimant-count"),
    /** Nothing is no news. */
    NO_ROWS(9, "a file must have a row below its header", "look whether the file was saved or cut off by mistake"),
    /** A row has too few or too many cells. */
    ROW_WIDTH(10, "a row must have as many cells as the header", "look for a missing or unquoted comma"),
    /** A cell is not in UTF-8. */
    CELL_NOT_UTF8(11, "a cell must be UTF-8", "save the file as CSV UTF-8"),
    /** Zero bytes and the like. */
    CELL_UNPRINTABLE(
            12,
            "a cell must not hold control characters",
            "remove what cannot be seen from the cell, or export the file again"),
    /** No area is named. */
    AREA_CODE(20, "the area code must be a code such as E06000002", "give the code of the place"),
    /** A name is of no known area. */
    AREA_NAME_UNKNOWN(
            21,
            "the area name must be in the area register, as its name or an alias",
            "correct it, or add it as an alias; load the reference data first"),
    /** A name is of several areas. */
    AREA_NAME_AMBIGUOUS(
            22,
            "the area name must mean one area of the register",
            "use the full name of the place, or a mapping by code"),
    /** Whatever level that is. */
    AREA_LEVEL_UNKNOWN(
            23, "the level of a new area must be one that the mapping declares", "add the level to the mapping"),
    /** Whose figure is it? */
    AREA_NAME_OTHER(
            24,
            "the area name must be that of the area code, or an alias of it",
            "correct the code or the name; if the place has this name too, add it to the area register as an alias"),
    /** The first row is not right because it is the first. */
    NEW_AREA_NAMES(
            25,
            "an area that the register lacks must have a name, the same in all rows of the file",
            "find out which is right and correct the others, or enter the area into the area register first"),
    /** No or no good indicator. */
    INDICATOR_UNNAMED(30, "the row must name its indicator", "fill the cell"),
    /** The dictionary lacks it. */
    INDICATOR_UNKNOWN(
            31,
            "the indicator must be in the dictionary of its source",
            "add it to the dictionary, or correct the name"),
    /** Its figures would be somebody's own; those that are on record stay, and may be corrected. */
    INDICATOR_WITHDRAWN(
            32,
            "the indicator must still have been collected when the period of a new reading began",
            "correct the period, or name the indicator that followed it"),
    /** No period. */
    PERIOD_UNREADABLE(
            40,
            "the period must be of a form that the mapping declares",
            "correct it, such as 2008-04-01/P1Y, 2009-03-31 or 2008/09"),
    /** A period of another calendar. */
    PERIOD_UNFIT(
            41,
            "the period must fit the kind of year of its indicator",
            "correct the label, or the kind of year in the dictionary"),
    /** Nobody can have measured it yet. */
    PERIOD_IN_THE_FUTURE(42, "the period must have begun", "correct it, or import it once it has begun"),
    /** Nobody knows yet how it ends. */
    FINAL_BEFORE_ITS_END(
            43,
            "a final figure must be of a period that is over",
            "correct the label, such as to (prov), or import it once the period is over"),
    /** Letters where digits belong. */
    VALUE_UNREADABLE(
            50, "the value must be a number, or a sign for a missing one that the mapping declares", "correct it"),
    /** More digits than anything published. */
    VALUE_OUT_OF_BOUNDS(
            51, "the value must have at most 18 digits before the point and 24 after", "round it, or correct it"),
    /** A limit that is none. */
    LIMIT_UNREADABLE(52, "a limit must be a number or empty", "correct it"),
    /** Lower above upper. */
    LIMITS_REVERSED(53, "the lower limit must not lie above the upper limit", "exchange them"),
    /** An undeclared symbol. */
    STATUS_UNKNOWN(54, "the status must be one that the mapping declares", "correct it, or declare it in the mapping"),
    /** Status and value contradict each other. */
    STATUS_CONTRADICTS_VALUE(
            55, "a status that says there is no figure must not stand beside one", "remove the value or the status"),
    /** Part of the population. */
    GROUP_UNREADABLE(60, "the group must be a short name in lower case, or empty for all", "correct it"),
    /** Once is enough. */
    ROW_REPEATED(70, "a reading must stand in the file once", "nothing: the first of the equal rows counts"),
    /** Which of them is right? */
    ROWS_CONTRADICT(
            71,
            "two rows must not say different things of the same reading",
            "find out which is right and remove the others"),
    /** The ledger says no. */
    REFUSED_BY_LEDGER(90, "the ledger must accept the readings of the series", "see the message");

    private final int number;
    private final String says;
    private final String remedy;

    ImportRule(int number, String says, String remedy) {
        this.number = number;
        this.says = says;
        this.remedy = remedy;
    }

    /** The number by which people and programs refer to it. */
    public int number() {
        return number;
    }

    /** What it asks. */
    public String says() {
        return says;
    }

    /** How to mend what breaks it. */
    public String remedy() {
        return remedy;
    }
}
