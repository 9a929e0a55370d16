package org.maaledger.kernel.framework;

import java.math.BigDecimal;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.measure.Quantity;

/**
 * The rules of one edition of a framework, as an agreement is bound to them from its first day.
 *
 * <p>They stand in the event that drafts the agreement, so a replay needs no other source, and a later edition changes nothing
 * about an agreement made under this one.
 *
 * @param edition the edition's stable name, such as {@code laa-maa-2008}
 * @param designatedTargetsMax how many targets may be designated at a time; statutory ones are not counted
 * @param milestoneIntervalMonthsMax how far apart milestones may be, in months
 * @param topTierMembersMin how many top-tier authorities a multi-area agreement needs when it is signed
 * @param designationWindowMonths within how many months of signing a target may be designated
 * @param localChangeLockMonths for how many months from signing a target that is not designated may not be changed or removed
 * @param amberTolerance the part of the planned change, 0 to 1, by which a reading may fall short and still be amber
 */
public record FrameworkRules(
        String edition,
        int designatedTargetsMax,
        int milestoneIntervalMonthsMax,
        int topTierMembersMin,
        int designationWindowMonths,
        int localChangeLockMonths,
        Quantity amberTolerance) {

    public FrameworkRules {
        Shape.line("edition", 60, edition);
        if (designatedTargetsMax < 0
                || milestoneIntervalMonthsMax < 1
                || topTierMembersMin < 0
                || designationWindowMonths < 0
                || localChangeLockMonths < 0) {
            throw new IllegalArgumentException(
                    "limits of a framework edition are not negative, and milestones have an interval");
        }
        if (amberTolerance.value().signum() < 0 || amberTolerance.value().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("the amber tolerance is a part of the planned change, 0 to 1");
        }
    }
}
