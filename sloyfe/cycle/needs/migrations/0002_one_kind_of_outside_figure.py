import django.db.models.deletion
from django.db import migrations, models

NAMES = ("source", "indicator", "period", "value", "unit", "comparison")


def carry_over(apps, schema_editor):
    """Numbers typed into findings become rows of the one table for numbers from elsewhere."""
    figures = apps.get_model("surveys", "OutsideFigure")
    for row in apps.get_model("needs", "ImportedFigure").objects.select_related("finding"):
        told = {name: getattr(row, name) for name in NAMES}
        absence = "hidden" if row.value is None else ""
        place = row.finding.place_id
        row.figure = figures.objects.create(space_id=row.finding.space_id, place_id=place, absence=absence, **told)
        row.save(update_fields=["figure"])


class Migration(migrations.Migration):
    dependencies = [("needs", "0001_initial"), ("surveys", "0007_outside_figures")]
    operations = [
        migrations.AddField(
            "importedfigure",
            "figure",
            models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.outsidefigure"
            ),
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
