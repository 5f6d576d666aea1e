"""Sections become rows, items get an origin, and what the scale took for granted is said."""

from django.db import migrations
from django.db.models import F


def carry_over(apps, schema_editor):
    part, item = apps.get_model("surveys", "Part"), apps.get_model("surveys", "Item")
    version = apps.get_model("surveys", "ItemVersion")
    for instrument in apps.get_model("surveys", "Instrument")._base_manager.all():
        for position, told in enumerate(instrument.sections, start=1):
            part.objects.create(
                instrument=instrument, key=told["key"], position=position, title=told["title"], help=told["help"]
            )
        for row in item.objects.filter(instrument=instrument):
            ready_made = not (row.key[:1] == "E" and row.key[1:].isdecimal())
            row.origin = f"{instrument.template}.{row.key}" if ready_made else str(row.pk)
            row.save(update_fields=["origin"])
    item.objects.update(pair=F("theme"))
    item.objects.filter(kind="scale").update(dont_know=True)
    version.objects.filter(kind="scale").update(dont_know=True)


class Migration(migrations.Migration):
    dependencies = [("surveys", "0003_instruments")]
    operations = [migrations.RunPython(carry_over, elidable=True)]
