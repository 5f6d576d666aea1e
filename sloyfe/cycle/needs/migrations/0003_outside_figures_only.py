import django.db.models.deletion
from django.db import migrations, models

NAMES = ("source", "indicator", "period", "value", "unit", "comparison")


class Migration(migrations.Migration):
    dependencies = [("needs", "0002_one_kind_of_outside_figure")]
    operations = [
        *(migrations.RemoveField("importedfigure", name) for name in NAMES),
        migrations.AlterField(
            "importedfigure",
            "figure",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="surveys.outsidefigure"
            ),
        ),
    ]
